def log = new File(basedir, 'build.log').getText('UTF-8')
assert !log.contains('EK-')
assert !log.contains('[WARNING]') || !log.contains('.json')
