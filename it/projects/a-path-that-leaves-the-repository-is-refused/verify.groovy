def log = new File(basedir, 'build.log').getText('UTF-8')
def refused = '"scripts/../../outside.sh" leaves the repository; references stay inside the repository: a relative path with / between its parts is expected'
assert log.contains('[ERROR] indicators/outside.json: 1 error\n')
assert log.contains('[ERROR]   indicators/outside.json:9:15: the script cannot be run: ' + refused + ' (at /run_script_ref/script) [EK-REF-002]\n')
assert log.contains(':validate (default-cli) on project outside: 1 error in 1 file of the repository\'s documents. ')
assert log.contains('[ERROR] outside                      failed: ' + refused + '\n')
