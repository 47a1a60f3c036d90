def log = new File(basedir, 'build.log').getText('UTF-8')
def run = new File(basedir, 'target/runs').listFiles().find { it.name.startsWith('m2_trivia_') }
assert log.contains('[INFO] Written: target/runs/' + run.name + '/report.html\n')

// Written before the check failed, and saying the same.
def page = new File(run, 'report.html').getText('UTF-8')
assert page.startsWith('<!DOCTYPE html>\n<html lang="en"')
assert page.contains('<title>FAIL · m1 → m2 · trivia</title>')
assert page.contains('FAIL (balanced): accuracy regressed</p>')
assert log.contains('[ERROR] FAIL (balanced): accuracy regressed.')
assert page.contains('20 samples got worse, 0 better. Shown are the first by id, 10 of each at most.')
assert page.contains('<strong>q00</strong>')

// One file that asks for nothing.
assert !(page =~ /(src|href)="(?!#)/)
assert !page.contains('url(') && !page.contains('@import')

// A run without anything to compare it with has its values, in a folder of choice.
def alone = new File(basedir, 'target/pages').listFiles()
assert alone.length == 1 && alone[0].name.startsWith('m1_trivia_')
assert alone[0].getText('UTF-8').contains('Not judged: there is no baseline to compare this run with.')

// What a scan would find is withheld, and nothing else.
assert !page.contains('jane.roe')
assert page.contains('[withheld: a scan takes it for sensitive data]')
assert page.contains('asked twice')
