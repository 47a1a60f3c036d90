def log = new File(basedir, 'build.log').getText('UTF-8')
def failing = 'The script ended with status 3; its standard error ends with:\n    no such table: answers'
def silent = 'scripts/silent.sh (standard output) is empty: a script prints a result item {metric_id, value, ci, samples_used, meta}, or an array of them, to standard output, or writes it to the file that EVALKIT_OUTPUT names'
def hanging = 'The script was still running after 1 s, and was killed; make it faster, or raise run_script_ref.timeout_seconds; it printed nothing to standard error'
assert log.contains('[ERROR] failing                      failed: ' + failing + '\n')
assert log.contains('[ERROR] silent                       failed: ' + silent + '\n')
assert log.contains('[ERROR] hanging                      failed: ' + hanging + '\n')
assert log.contains('[INFO] fine                             0.500 ')
def run = new File(basedir, 'reports').listFiles().find { it.directory && it.name.startsWith('m1_trivia_') }
assert log.contains(':evaluate (default) on project scripts: 3 indicators failed, so the run reports/' + run.name + ' is incomplete:')

assert log.contains('\n[ERROR]   silent: ' + silent + '\n[ERROR]   hanging: ' + hanging + '\n')

// What went well is recorded; the gate was not asked.
def items = new File(run, 'current.json').text
assert items.contains('"metric_id": "fine"') && !items.contains('"metric_id": "silent"')
assert !new File(run, 'diff.json').exists()
assert log.contains(':baseline (default-cli) on project scripts: reports/the-run: there is no such folder, expected a run\'s')
