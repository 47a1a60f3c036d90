// Java can only name such a folder where the locale's encoding has its letters.
def encoding = System.getProperty('sun.jnu.encoding')
if (!java.nio.charset.Charset.forName(encoding).newEncoder().canEncode('ü')) {
    println "Skipped: file names are encoded as ${encoding}, which has no umlauts; set LC_ALL=C.UTF-8"
    return false
}
return true
