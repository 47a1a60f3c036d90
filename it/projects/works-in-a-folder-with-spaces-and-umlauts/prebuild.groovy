// Made here, so that the sources have names that every file system takes.
def from = new File(basedir, 'repository').toPath()
def to = new File(basedir, 'Prüfstand für Modelle').toPath()
java.nio.file.Files.walk(from).withCloseable { files ->
    files.each { java.nio.file.Files.copy(it, to.resolve(from.relativize(it).toString())) }
}
return true
