import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').getText('UTF-8')
def lines = new File(basedir, 'qa/qa_history.jsonl').readLines('UTF-8')
def runs = new File(basedir, 'reports').listFiles().findAll { it.directory }.collect { 'reports/' + it.name }.sort()

// What was there is left alone, and the torn line is reported and kept apart.
assert lines[0] == '{"question": "What did an older tool write?", "answer": "Another shape"}'
assert lines[1] == '{"ts": "2026-11-01T10:00'
assert log.contains('[WARNING] qa/qa_history.jsonl: the last line did not end (24 bytes without a newline; an append was cut off,'
    + ' or an editor left it out). It was kept as it was, and the new entry has a line of its own')
assert log.contains('[INFO] Added to qa/qa_history.jsonl: Why is there no F1?')

def entries = lines.drop(2).collect { new JsonSlurper().parseText(it) }
assert entries.every { it.keySet() == ['ts', 'q', 'a', 'tags', 'refs'] as Set }
assert entries.every { it.ts ==~ /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/ }
assert entries[0].q == 'Why is there no F1?'
assert entries[0].a == 'The answers are right or wrong, größer gibt es nicht'
assert entries[0].tags == ['trivia', 'accuracy']
assert entries[0].refs == [metric_id: 'accuracy', run: 'none=yet']

// Each goal that was asked to added what it did.
assert entries.size() == 6
def of = [model: 'm1', scenario: 'trivia']
assert entries[1].q == 'What did m1 reach in trivia?'
assert entries[1].a ==~ /accuracy 0\.900 \[0\.826, 0\.945] n=100 [\d.]+ s\nlatency_p50 ms 150 \[139, 160] n=100 [\d.]+ s/
assert entries[1].tags == ['run', 'evaluate']
assert entries[1].refs == of + [run: runs[0]]
assert entries[2].q == 'Is m1 no worse in trivia than the baseline?'
assert entries[2].a.startsWith('No baseline for m1 in trivia: ')
assert entries[2].tags == ['run', 'check']
assert entries[2].refs == of + [run: runs[0], outcome: 'no baseline']
assert entries[3].q == 'Why is ' + runs[0] + ' the baseline of m1 in trivia?'
assert entries[3].a == 'first'
assert entries[3].tags == ['run', 'baseline']
assert entries[3].refs == of + [run: runs[0]]
assert entries[5].a == 'PASS (balanced)'
assert entries[5].tags == ['run', 'check']
assert entries[5].refs == of + [run: runs[1], baseline: runs[0], outcome: 'pass']

// What is missing is named, and nothing is added then.
assert log.contains('evalkit.answer is missing, expected e.g. -Devalkit.question="Why did F1 fall?"')
assert log.contains('evalkit.refs: found "accuracy", expected kind=value, e.g. metric_id=accuracy_f1')
