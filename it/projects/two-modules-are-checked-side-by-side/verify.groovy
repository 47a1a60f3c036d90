def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('Using the MultiThreadedBuilder implementation with a thread count of 2')
def newest = { module -> new File(basedir, module + '/reports').listFiles().find { it.name.startsWith('v2_trivia_') } }

// Each module judges the run that it made itself.
assert new File(newest('good'), 'diff.json').text.contains('"outcome": "pass"')
assert new File(newest('bad'), 'diff.json').text.contains('"outcome": "fail"')
assert log =~ /good \.+ SUCCESS/
assert log =~ /bad \.+ FAILURE/

// The command works where Maven was started.
assert log.contains('If this is intended: mvn -f bad evalkit:baseline -Devalkit.run=reports/' + newest('bad').name)
