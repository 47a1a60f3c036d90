def log = new File(basedir, 'build.log').getText('UTF-8')
def runs = new File(basedir, 'reports').listFiles().findAll { it.directory }.sort { it.name }
assert runs.size() == 2

// The first build fails, and what it prints accepts its run.
def first = 'reports/' + runs[0].name
assert first ==~ /reports\/m1_trivia_\d{8}T\d{6}Z/
assert log.contains('No baseline for m1 in trivia: the run has nothing to be compared with, so the build fails.'
    + ' If the run is good, accept it: mvn evalkit:baseline -Devalkit.run=' + first + ' -> [Help 1]')
assert log.contains('[INFO] Baseline of m1 · trivia: ' + first)

// What is accepted is no longer ignored by git; what is not still is.
assert !new File(runs[0], '.gitignore').exists()
assert new File(runs[0], 'baseline.json').bytes == new File(runs[0], 'current.json').bytes
assert new File(runs[0], 'run.json').text.contains('"reason": "first"')
assert new File(runs[1], '.gitignore').text == '*\n'

// The third build judges its own run by it.
assert log.contains('[INFO] 2 indicators: 2 no worse')
assert log.contains('[INFO] PASS (balanced)')
assert new File(runs[1], 'summary.md').text.startsWith('# PASS · m1 · trivia\n')
assert new File(runs[1], 'diff.json').text.contains('"outcome": "pass"')
