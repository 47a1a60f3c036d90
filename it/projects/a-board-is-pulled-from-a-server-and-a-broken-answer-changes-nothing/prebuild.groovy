import com.sun.net.httpserver.HttpServer
import groovy.json.JsonOutput
import java.util.concurrent.Executors

// A made-up board of 130 models, so that it takes two pages, as the dataset server would answer; it lives as long as this JVM.
def rows = (1..130).collect { i -> [model_name: "model-$i".toString(), organization: 'acme', license: i % 3 == 0 ? '' : 'MIT', rating: 1500.5 - i,
    rating_lower: 1494.0 - i, rating_upper: 1507.0 - i, variance: 11.0, vote_count: 2500.0, rank: (double) i, category: 'overall',
    leaderboard_publish_date: '2026-09-13'] }
def types = rows[0].keySet().collect { [name: it, type: [dtype: rows[0][it] instanceof String ? 'string' : 'float64']] }
def splits = ['text', 'moved', 'page'].collect { [dataset: 'd', config: it, split: 'latest'] }

def server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
server.executor = Executors.newCachedThreadPool { task -> def thread = new Thread(task); thread.daemon = true; thread }
server.createContext('/') { exchange ->
    def query = (exchange.requestURI.rawQuery ?: '').split('&').collectEntries {
        def (name, value) = (it.split('=', 2) as List) + ''
        [name, URLDecoder.decode(value, 'UTF-8')] }
    def status = 200
    def type = 'application/json'
    def body
    if (exchange.requestURI.path == '/splits') {
        body = JsonOutput.toJson([splits: splits, pending: [], failed: []])
    } else if (query.config == 'moved') {
        status = 302
        exchange.responseHeaders.set('Location', 'http://192.168.0.1/rows')
        body = ''
    } else if (query.config == 'page') {
        type = 'text/html'
        body = '<!DOCTYPE html><p>Down for maintenance'
    } else {
        def from = query.offset as int
        def to = Math.min(from + (query.length as int), rows.size())
        body = JsonOutput.toJson([features: types,
            rows: (from..<to).collect { [row_idx: it, row: rows[it], truncated_cells: []] },
            num_rows_total: rows.size(), num_rows_per_page: 100, partial: false])
    }
    exchange.responseHeaders.set('Content-Type', type)
    exchange.responseHeaders.set('X-Revision', 'r1')
    def bytes = body.getBytes('UTF-8')
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length)
    exchange.responseBody.withCloseable { it.write(bytes) }
}
server.start()

def host = "127.0.0.1:${server.address.port}"
new File(basedir, '.mvn').mkdirs()
new File(basedir, '.mvn/maven.config').setText("-Devalkit.sourceUrl=http://$host\n-Devalkit.allowedHosts=$host\n", 'UTF-8')
