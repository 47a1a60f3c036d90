def log = new File(basedir, 'build.log').getText('UTF-8')
def folder = new File(basedir, 'benchmarks/snapshots/lmarena')
def pulled = folder.listFiles().findAll { it.name != '20250521T000000Z.json' }
assert pulled.size() == 1
def name = pulled[0].name

assert log.contains('There is no snapshot of the board "text" yet, and Maven is offline; pull once without --offline, or name a file with -Devalkit.sourceUrl')

def described = "benchmarks/snapshots/lmarena/${name} (board text, 1 row in 1 category, published 2025-05-20)"
assert log.contains("[INFO] Snapshot: ${described}\n")
assert log.contains('[WARNING] Not on the board: gone; say in models/aliases.json what the board calls them\n')
assert log.contains('[INFO] Entry in benchmarks/index.md\n')
assert log.contains("[INFO] Nothing new (the same was received): the newest snapshot is ${described}\n")
assert log.contains("[WARNING] Maven is offline: nothing is pulled, the newest snapshot is ${described}\n")
assert log.contains('boards/no-board.json: found neither a snapshot nor a board of the arena catalog')

def snapshot = new groovy.json.JsonSlurper().parse(pulled[0], 'UTF-8')
assert snapshot.meta.source == 'lmarena'
assert snapshot.meta.endpoint == 'boards/2025-05-20.json'
assert snapshot.meta.ci_kind == 'bootstrap_percentile'
assert snapshot.meta.anchor == [model: 'wren-1b', rating: 1114.0]
assert snapshot.meta.unmatched_models == ['gone']
assert snapshot.rows == [[category: 'full', model: 'heron-8b-preview', model_id: 'heron', organization: null, license: null,
    rating: 1212.5, interval: [1205.5, 1219.0], variance: null, votes: null, rank: null]]

assert new File(basedir, 'benchmarks/index.md').getText('UTF-8') == """\
# Benchmarks

Written by hand.

<!-- evalkit:snapshots -->
| snapshot | board | published | rows | license | attribution |
| --- | --- | --- | --- | --- | --- |
| [${name}](snapshots/lmarena/${name}) | lmarena text | 2025-05-20 | 1 | not stated | LMArena, arena-catalog, https://github.com/lmarena/arena-catalog |
<!-- /evalkit:snapshots -->

The end.
"""

// A snapshot of another board, evaluated like anything else.
def run = new File(basedir, 'reports').listFiles().find { it.directory }
def items = new groovy.json.JsonSlurper().parse(new File(run, 'current.json'), 'UTF-8')
assert items*.metric_id == ['elo_rating', 'elo_rating']
assert items*.value == [1191.0, 1213.5]
assert items*.meta*.dataset == ['lmarena/vision/coding', 'lmarena/vision/full']
assert items*.meta*.model == ['heron', 'heron']
