def log = new File(basedir, 'build.log').getText('UTF-8')

// The command that is printed is the one that accepts.
assert log.contains("1 error in 1 file of the repository's documents. Correct them; or accept them all: mvn evalkit:validate -Devalkit.repository=found '-Devalkit.acceptFindings=why they may stay' -> [Help 1]")
assert log.contains('[INFO] Accepted in .evalkit-validate.json: 1 finding; commit it\n')
assert new File(basedir, 'found/.evalkit-validate.json').text == new File(basedir, 'moved/.evalkit-validate.json').text

// Moved within its file it stays accepted; what is not found any more is named; in another file it is another finding.
assert log.count("[INFO] No findings in the repository's documents; 1 accepted\n") == 2
def stale = '[WARNING] Accepted, but not found any more: indicators/accuracy.json: "unit" must be a string or null, found the number 7 (EK-DOC-002)\n'
assert log.contains(stale + "[INFO] No findings in the repository's documents\n")
assert log.contains('[ERROR]   indicators/exactness.json:6:11: "unit" must be a string or null, found the number 7 (at /unit) [EK-DOC-002]\n' + stale)
assert log.trim().contains('BUILD SUCCESS')
