def log = new File(basedir, 'build.log').getText('UTF-8')
for (goal in ['baseline', 'check', 'diff', 'evaluate', 'help', 'validate']) {
    assert log.contains('\nevalkit:' + goal + '\n')
}
