import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').getText('UTF-8')
def pulled = new File(basedir, 'benchmarks/snapshots/lmarena').listFiles()
assert pulled.length == 1
def name = pulled[0].name

def described = "benchmarks/snapshots/lmarena/${name} (board text, 130 rows in 1 category, published 2026-09-13, CC-BY-4.0)"
assert log.contains('[INFO] Received 100 of 130 rows\n')
assert log.contains('[INFO] Received 130 of 130 rows\n')
assert log.contains("[INFO] Snapshot: ${described}\n")
assert log.contains('[INFO] Entry in benchmarks/index.md\n')
assert log.contains("[INFO] Nothing new (it is still of the revision r1): the newest snapshot is ${described}\n")
assert log.contains("[WARNING] Maven is offline: nothing is pulled, the newest snapshot is ${described}\n")

def snapshot = new JsonSlurper().parse(pulled[0], 'UTF-8')
assert snapshot.meta.revision == 'r1'
assert snapshot.meta.license == 'CC-BY-4.0'
assert snapshot.rows.size() == 130
assert snapshot.rows[0] == [category: 'overall', model: 'model-1', model_id: 'heron', organization: 'acme', license: 'MIT',
    rating: 1499.5, interval: [1493.0, 1506.0], variance: 11.0, votes: 2500, rank: 1]

// What the server answered instead of rows is said, and wrote nothing.
assert log.contains('http://192.168.0.1/rows: only https addresses are asked; where this server is yours, allow it with -Devalkit.allowedHosts=192.168.0.1')
assert log.contains('found a web page, expected JSON; check the address, and whether a proxy or a login page stands in between')
assert new File(basedir, 'benchmarks/index.md').getText('UTF-8').count(name) == 2
