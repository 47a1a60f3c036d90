def log = new File(basedir, 'build.log').getText('UTF-8')
def run = new File(basedir, 'target/runs').listFiles().find { it.name.startsWith('m2_trivia_') }
def verdict = 'FAIL (balanced): accuracy regressed. If this is intended: mvn evalkit:baseline -Devalkit.run=target/runs/' + run.name + ', and set evalkit.baselineModel to m2'
assert log.contains('[ERROR] ' + verdict + '\n')
assert log.contains(':check (default) on project regressed: ' + verdict + ' -> [Help 1]')
assert log =~ /\[INFO\] REGRESSED\n\[INFO\]   accuracy +0\.900 ±0\.074 +→ 0\.700 ±0\.096 +-0\.200 worse \(p=0\.000314 n=100\) +0\.050 over  \(1\)\n/
assert log =~ /\[INFO\] no worse\n\[INFO\]   latency_p50 ms +150 ±10 +→ +170 ±10 +\+20 worse \(n=100\) +50 +\(2\)\n/
assert log.contains('[INFO] (1) worse by 0.2 (95 %: 0.133 to 0.289 worse), beyond the tolerated 0.05 (p=0.000314 among 2)\n')
assert log.contains('[INFO] accuracy: 20 samples got worse (q00, q01, q02, q03, q04, …), 0 better\n')
assert log.contains('[INFO] 2 indicators: 1 regressed, 1 no worse\n')

// Outcome, files and exit status agree.
assert new File(run, 'diff.json').text.contains('"outcome": "fail"')
assert new File(run, 'summary.md').text.startsWith('# FAIL · m1 → m2 · trivia\n')

// The run that was accepted lay elsewhere, and was copied to where git sees it.
def baselines = new File(basedir, 'reports').list()
assert baselines.size() == 1 && baselines[0].startsWith('m1_trivia_')

// For a build server each goal leaves its documents; a check has no SARIF.
def documents = new File(basedir, 'target/evalkit')
assert documents.list().toSorted() == ['check.json', 'check.xml', 'validate.json', 'validate.sarif', 'validate.xml']
def suite = new groovy.xml.XmlSlurper().parse(new File(documents, 'check.xml')).testsuite
assert suite.@name == 'evalkit m1 → m2 · trivia'
assert suite.testcase.collect { it.@name.text() } == ['accuracy', 'latency_p50 ms']
assert suite.testcase[0].failure.@type == 'regressed' && suite.testcase[0].failure.@message.text().startsWith('regressed: worse by 0.2 ')
assert suite.testcase[1].failure.isEmpty() && suite.testcase[1].skipped.isEmpty()
def json = new groovy.json.JsonSlurper().parse(new File(documents, 'check.json'))
assert json.outcome == 'fail' && json.pairs[0].diff.rows[0].verdict == 'regressed'
