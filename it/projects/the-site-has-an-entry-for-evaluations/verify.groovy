def site = new File(basedir, 'target/site')
def entry = new File(site, 'project-reports.html').getText('UTF-8')
assert entry.contains('<a href="evalkit-report.html">Evaluations</a>')
assert entry.contains('What was measured of models, how sure it is, and what changed since the accepted baseline.')

// The newest run of each model in each scenario has a page of its own.
def list = new File(site, 'evalkit-report.html').getText('UTF-8')
assert list.contains('<a href="evalkit-report-1.html">m1 · trivia</a>')
assert list.contains('<a href="evalkit-report-2.html">FAIL · m1 → m2 · trivia</a>')

// In the site's skin, styled below a class of its own.
def page = new File(site, 'evalkit-report-2.html').getText('UTF-8')
assert page.contains('<title>FAIL · m1 → m2 · trivia – A product with models in it</title>')
assert page.contains('<div class="evalkit"><style>')
assert page.contains('FAIL (balanced): accuracy regressed</p>')
assert page.contains('20 samples got worse, 0 better.')
