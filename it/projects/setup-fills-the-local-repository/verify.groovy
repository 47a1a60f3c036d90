def log = new File(basedir, 'build.log').getText('UTF-8')
['baseline', 'check', 'diff', 'evaluate', 'help', 'validate'].each { assert log.contains('\nevalkit:' + it + '\n') }
