def log = new File(basedir, 'build.log').getText('UTF-8')
def runs = new File(basedir, 'reports').list().collect { it.replaceAll(/_[0-9TZ]+(-\d+)?$/, '') }

// The pairs of the list, and nothing else that the repository holds: three builds for v2, the third asked for it alone.
assert runs.count('v1_trivia') == 2
assert runs.count('v2_trivia') == 3
assert runs.every { it == 'v1_trivia' || it == 'v2_trivia' }

// Each was judged by its own baseline.
assert log.contains('v1 · trivia     baseline ')
assert log.contains('v2 · trivia     baseline ')
assert log.contains('v1 → v2 · trivia     baseline ')

// Without scores the last build could not pair samples, and had said so.
assert log.contains('later diffs with this run will be unpaired')
def unpaired = new File(basedir, 'reports').listFiles().findAll { it.name.startsWith('v2_trivia_') }.sort { it.name }.last()
assert !new File(unpaired, 'scores').exists()
assert new File(basedir, 'reports').listFiles().findAll { it.name.startsWith('v1_trivia_') }.every { new File(it, 'scores').exists() }
