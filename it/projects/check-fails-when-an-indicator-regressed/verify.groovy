def log = new File(basedir, 'build.log').getText('UTF-8')
def run = new File(basedir, 'target/runs').listFiles().find { it.name.startsWith('m2_trivia_') }
def verdict = 'FAIL (balanced): accuracy regressed. If this is intended: mvn evalkit:baseline -Devalkit.run=target/runs/' + run.name + ', and set evalkit.baselineModel to m2'
assert log.contains('[ERROR] ' + verdict + '\n')
assert log.contains(':check (default) on project regressed: ' + verdict + ' -> [Help 1]')
assert log.contains('[INFO] indicator        baseline   current    delta            threshold        verdict\n')
assert log.contains('[INFO] accuracy            0.900     0.700   -0.200 (-22.2%)       0.050 over   REGRESSED (1)\n')
assert log.contains('[INFO] latency_p50 ms        150       170      +20 (+13.4%)          50        no worse  (2)\n')
assert log.contains('[INFO] (1) worse by 0.2 (95 %: 0.133 to 0.289 worse), beyond the tolerated 0.05 (p=0.000314 among 2)\n')
assert log.contains('[INFO] 2 indicators: 1 regressed, 1 no worse\n')

// Outcome, files and exit status agree.
assert new File(run, 'diff.json').text.contains('"outcome": "fail"')
assert new File(run, 'summary.md').text.startsWith('# FAIL · m1 → m2 · trivia\n')

// The run that was accepted lay elsewhere, and was copied to where git sees it.
def baselines = new File(basedir, 'reports').list()
assert baselines.size() == 1 && baselines[0].startsWith('m1_trivia_')
