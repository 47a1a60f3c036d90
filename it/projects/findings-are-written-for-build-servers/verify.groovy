def log = new File(basedir, 'build.log').getText('UTF-8')
def folder = new File(basedir, 'target/evalkit')
def text = { new File(folder, it).getText('UTF-8') }
assert folder.list().toSorted() == ['validate.csv', 'validate.json', 'validate.md', 'validate.sarif', 'validate.txt', 'validate.xml']

// GitHub shows the findings beside the lines, and a summary with the step.
assert log.contains('::error file=indicators/accuracy.json,line=6,col=11,title=EK-DOC-002::"unit" must be a string or null, found the number 7 (at /unit)\n')
assert log.contains('::error file=indicators/broken.json,line=4,col=1,title=EK-DOC-001::')
def summary = new File(basedir, 'target-summary.md').getText('UTF-8')
assert summary.startsWith('# FAIL · evalkit validate\n') && summary.contains('# PASS · evalkit validate\n')

def suite = new groovy.xml.XmlSlurper().parse(new File(folder, 'validate.xml')).testsuite
assert suite.@failures == '3'
assert suite.testcase.findAll { !it.failure.isEmpty() }.collect { it.@name.text() } == ['indicators/accuracy.json /unit', 'indicators/accuracy.json /thresholds/absolute', 'indicators/broken.json']

def run = new groovy.json.JsonSlurper().parse(new File(folder, 'validate.sarif')).runs[0]
assert run.results.collect { it.ruleId } == ['EK-DOC-002', 'EK-DOC-002', 'EK-DOC-001']
assert run.results[0].locations[0].physicalLocation == [artifactLocation: [uri: 'indicators/accuracy.json', uriBaseId: '%SRCROOT%'], region: [startLine: 6, startColumn: 11]]
assert run.results.every { run.tool.driver.rules[it.ruleIndex].id == it.ruleId }
assert new File(basedir, 'target/one.sarif').text == text('validate.sarif')

assert new groovy.json.JsonSlurper().parseText(text('validate.json')).counts == [error: 3, warning: 0, note: 0, accepted: 0]
assert text('validate.csv').startsWith('severity,rule,file,line,column,pointer,message,accepted_for,fingerprint\r\nerror,EK-DOC-002,indicators/accuracy.json,6,11,/unit,')
assert text('validate.md').startsWith('# FAIL · evalkit validate\n')
assert text('validate.txt').startsWith('indicators/accuracy.json: 2 errors\n')
