def log = new File(basedir, 'build.log').getText('UTF-8')
def repository = new File(basedir, 'Prüfstand für Modelle')
def runs = new File(repository, 'reports').listFiles().findAll { it.directory }.sort { it.name }
assert runs.size() == 3

// The command can be pasted as it stands.
assert log.contains("accept it: mvn evalkit:baseline '-Devalkit.repository=Prüfstand für Modelle' '-Devalkit.run=Prüfstand für Modelle/reports/${runs[0].name}' -> [Help 1]")

// A baseline made on request; the build after it is judged by it.
assert log.contains('[INFO] Baseline: reports/' + runs[1].name)
assert new File(runs[1], 'baseline.json').exists()
assert new File(runs[2], 'diff.json').getText('UTF-8').contains("\"path\": \"reports/${runs[1].name}/baseline.json\"")
assert log.contains('[INFO] PASS (balanced)')
