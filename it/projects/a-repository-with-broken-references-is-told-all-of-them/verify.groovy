def log = new File(basedir, 'build.log').getText('UTF-8')
[
    ['unknown benchmark "mmul": did you mean mmlu?', 'EK-REF-003'],
    ['"Massive Multitask" is a name of the benchmark "mmlu" in benchmarks/aliases.json alone; write "mmlu"', 'EK-REF-004'],
    ['"GSM-8K" is no benchmark\'s name, but like that of "gsm_8k"; write "gsm_8k"', 'EK-REF-005'],
    ['unknown indicator "exactnes": did you mean exactness?', 'EK-REF-006'],
    ['unknown indicator "latency_p9"', 'EK-REF-007'],
    ['There is no evaluator builtin:exact_mach (did you mean builtin:exact_match?)', 'EK-REF-001'],
    ['the script cannot be run: "scripts/readability.py" does not exist in the repository', 'EK-REF-002'],
    ['"exactness" is another name of "readability", and the id of another indicator; a name belongs to one indicator', 'EK-REF-009'],
    ['the link leads nowhere: there is no "mmul.json" from benchmarks/', 'EK-REF-013'],
    ['the snapshot is not there: "benchmarks/snapshots/none.json" does not exist in the repository', 'EK-REF-014'],
    ['the interval [0.6, 0.7] does not hold the value 0.5', 'EK-VAL-003'],
    ['found false, but the indicator "exactness" says true', 'EK-VAL-007'],
    ['found -3, expected 0 or more by evalkit\'s own latency_p99', 'EK-VAL-001'],
].each { message, rule ->
    def line = log.readLines().find { it.contains(message) }
    assert line != null : message
    assert line.contains(rule) : "$rule in $line"
}
assert log.contains('11 errors')
