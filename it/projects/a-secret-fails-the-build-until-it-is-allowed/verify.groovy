def log = new File(basedir, 'build.log').getText('UTF-8')
def secret = (new File(basedir, 'reports/run-1/notes.md').getText('UTF-8') =~ /used (\S+) for/)[0][1]
assert secret.length() == 40
def everything = [log] + ['target/scan.json', 'target/scan.sarif', '.evalkit-scan.json'].collect { new File(basedir, it).getText('UTF-8') }
assert everything.every { !it.contains(secret) }
assert log.contains('[ERROR] reports/run-1/notes.md: 1 error\n[ERROR]   reports/run-1/notes.md:3:6: A token of GitHub [redacted, 40 characters] [github-token]\n')
assert log.contains('. Correct them; or end the line with a comment evalkit:allow; or accept them all: mvn evalkit:scan \'-Devalkit.acceptFindings=why they may stay\'')
assert log.contains('[INFO] Accepted in .evalkit-scan.json: 1 finding; commit it\n')
assert log.contains('), 1 findings allowed; 1 accepted\n')
assert log.trim().contains('BUILD SUCCESS')
