def log = new File(basedir, 'build.log').getText('UTF-8')
def plugin = (log =~ /--- evalkit(?:-maven-plugin)?:(.+?):diff /)[0][1]
assert log.contains("""\
[INFO] baseline before.json → current after.json
[INFO] indicator         baseline current    delta               threshold
[INFO] REGRESSED
[INFO]   accuracy           0.841 → 0.792   -0.049 worse (-5.8%)     0.042 over
[INFO] no worse
[INFO]   latency_p99 ms       992 →  1004      +12 worse (+1.2%)        99
[INFO] Judged by point values only: neither scores nor intervals were compared.
[INFO] 2 indicators: 1 regressed, 1 no worse
[INFO] Nothing is promised: no indicator has samples or intervals to be tested
[INFO] As a gate (evalkit:check) this would be: FAIL (balanced): accuracy regressed
[INFO] Written: evalkit-diff/diff.json, evalkit-diff/summary.md
""")
assert new File(basedir, 'evalkit-diff/summary.md').getText('UTF-8').startsWith('# FAIL\n')
assert new File(basedir, 'evalkit-diff/.gitignore').text == '*\n'

// Whoever runs evalkit in a folder without a POM has not said that the scripts in it may run.
assert log.contains('scripts/fine.sh would run with your rights')
assert log.contains('[INFO] fine                             0.500 ')

// The prefix would not be known here.
def run = new File(basedir, 'reports').listFiles().findAll { it.directory }.max { it.name }.name
assert log.contains("accept it: mvn dev.evalkit:evalkit-maven-plugin:${plugin}:baseline -Devalkit.run=reports/${run} -> [Help 1]")
