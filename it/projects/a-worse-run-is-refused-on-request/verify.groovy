def log = new File(basedir, 'build.log').getText('UTF-8')
def runs = new File(basedir, 'reports').listFiles().findAll { it.directory }.sort { it.name }
def first = 'reports/' + runs[0].name
def second = 'reports/' + runs[1].name

// That 100 samples are too few is said when they are accepted, and whenever the repository is validated.
def weak = """\
[WARNING] ${first} has too few samples to tell of some indicators:
[WARNING]   accuracy: 100 samples are too few to show four times of five that an unchanged model is not worse by 0.05; about 656 are needed; drops from 0.14 on are found as often (assuming that two runs disagree in 20.4 % of the samples, as if they answered independently)
"""
assert log.contains('[INFO] Baseline of m1 · trivia: ' + first + '\n' + weak)
assert log.contains('[INFO] No findings in the repository\'s documents\n' + weak)
assert new File(runs[0], 'run.json').text.contains('"reason": "first"')

// The worse run is not accepted, and nothing of it is changed.
assert log.contains(':baseline (default-cli) on project refused: ' + second + ' is worse than the baseline ' + first
    + ': accuracy (worse by 0.2 (95 %: 0.133 to 0.289 worse), beyond the tolerated 0.05 (p=0.000314 among 2)).'
    + ' To accept it nevertheless, leave evalkit.refuseWorse out -> [Help 1]')
assert !new File(runs[1], 'baseline.json').exists()

// Slices are shown and do not gate; q-values stand beside p-values.
assert log.contains('[INFO] Slices by topic, for display: they do not gate, and are not adjusted\n')
assert log.contains('  accuracy · topic=rivers     0.920 ±0.170 → 0.680 ±0.196   -0.240 worse (p=0.0337 q=0.0562 n=25)     0.050 over\n')
assert log.contains('  accuracy · topic=plants     0.880 ±0.180 → 0.720 ±0.196        ~       (p=0.144 q=0.18 n=25)        0.050 over\n')
assert new File(runs[1], 'diff.json').text.contains('"name": "mcnemar_mid_p"')

assert log.contains("The test 'guess' is unknown; it can be any of auto, permutation, t, mid_p, unpaired, intervals -> [Help 1]")
