def log = new File(basedir, 'build.log').getText('UTF-8')
def files = ['pom.xml', 'README.md', 'models/my-model.json', 'scenarios/my-scenario.json', 'indicators/accuracy.json',
    'indicators/latency_p50.json', 'outputs/my-model/my-scenario/answers.jsonl', 'benchmarks/index.md', 'reports/README.md', '.gitignore']

// The folder becomes a repository.
assert log.contains(files.collect { "[INFO] Written: ${it}\n" }.join(''))
assert log.contains('[INFO] Next: mvn verify. It fails at first, for there is no baseline yet, and prints the command that accepts one. README.md says what to edit')

// The first build asks for a baseline; the command that it prints accepts this very run.
def runs = new File(basedir, 'target/evalkit').listFiles().findAll { it.directory }.collect { it.name }.sort()
assert runs.size() == 2
assert log.contains('If the run is good, accept it: mvn evalkit:baseline -Devalkit.run=target/evalkit/' + runs[0] + ' -> [Help 1]')
assert log.contains('[INFO] Baseline of my-model · my-scenario: reports/' + runs[0])
assert new File(basedir, 'reports/' + runs[0] + '/baseline.json').file

// Then the build is green: documents, secrets and the gate.
def second = log.substring(log.indexOf('[INFO] Baseline of '))
assert second.contains('[INFO] No findings in the repository\'s documents')
assert second.contains('[INFO] No findings in ')
assert second.contains('[INFO] PASS (balanced)')

// Another init changes nothing.
def last = log.substring(log.lastIndexOf(':init'))
assert files.every { last.contains("[WARNING] Left as it is: ${it}\n") }
assert last.contains('[INFO] Nothing was written: all files are there')
def templates = new File(basedir, '../../../../templates/starter')
assert (files - ['pom.xml', '.gitignore']).every { new File(basedir, it).text == new File(templates, it).text }
