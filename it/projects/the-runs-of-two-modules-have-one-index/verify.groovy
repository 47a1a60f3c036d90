def text = { path -> new File(basedir, path).getText('UTF-8') }
def log = text('build.log')

// Where a module's POM says where its runs go, its pages are there.
def first = text('first/reports/index.html')
def second = text('second/target/evalkit/index.html')
assert log.contains('Written: reports/index.html')
assert first.contains('2 runs.')
assert first.contains('PASS (balanced)')
assert second.contains('FAIL (balanced): 1 regressed')

// Two models of one scenario stand beside each other.
assert second.contains('models-trivia.html')
assert text('second/target/evalkit/models-trivia.html').contains('v2')

// One page leads to both modules.
def all = text('target/evalkit/index.html')
assert all.contains('href="./../../first/reports/index.html"')
assert all.contains('href="./../../second/target/evalkit/index.html"')
assert all.contains('2 modules, 4 runs.') || all.contains('2 modules, 3 runs.')
assert !all.contains('<script src') && !all.contains('http://')
