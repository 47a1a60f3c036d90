def log = new File(basedir, 'build.log').getText('UTF-8')
def token = (new File(basedir, 'outputs/m1.jsonl').getText('UTF-8') =~ /ghp_\w{36}/)[0]
def runs = new File(basedir, 'reports').listFiles().findAll { it.directory }
assert runs.size() == 1

// The scores hold the sample's id: the run is refused with the finding, within the compressed file, and without the secret.
assert log.contains('Not published, for it would show sensitive data:')
assert log =~ /  reports\/${runs[0].name}\/scores\/accuracy\.jsonl\.gz:\d+:\d+: A token of GitHub \[redacted, 40 characters\] \[github-token\]/
assert log.contains('Take it out, or allow it: see the goal scan')
assert !log.contains(token)

// It stays what it was: a run that git ignores.
assert !new File(runs[0], 'baseline.json').exists()
assert new File(runs[0], '.gitignore').text == '*\n'
