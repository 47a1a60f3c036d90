// The secret is made here: none stands in the repository.
def random = new Random(6)
def letters = ('A'..'Z') + ('a'..'z') + ('0'..'9')
def token = 'ghp' + '_' + (1..36).collect { letters[random.nextInt(letters.size())] }.join()
def reports = new File(basedir, 'reports/run-1')
reports.mkdirs()
new File(reports, 'notes.md').setText("# Notes\n\nused ${token} for it\n", 'UTF-8')
new File(basedir, 'reports/allowed.md').setText("${token} evalkit:allow\n", 'UTF-8')
new File(basedir, '.gitignore').setText('build.log\ntarget/\n', 'UTF-8')
try {
    ['git', 'init', '-q'].execute(null, basedir).waitFor()
} catch (IOException e) {
    println 'git is not there: all files are scanned'
}
return true
