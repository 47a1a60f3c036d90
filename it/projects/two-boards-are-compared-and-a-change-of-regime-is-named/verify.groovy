def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains("""\
[INFO] kite-14b in full: 1340.0 → 1310.0, -31.0 points beyond the common shift, adjusted p 2.1e-09: fell
[INFO] 12 rows: 1 fell, 10 no change, 1 new
[INFO] A change counts from 5 points on. The z test is conservative, since both boards share votes: "no change" proves nothing. Ranks never count (3 moved).
[INFO] Written: evalkit-diff/drift.json, evalkit-diff/summary.md
""")
assert log.contains("""\
[INFO] Change of regime, ci_kind: bootstrap_percentile → closed_form
[INFO] Change of regime, categories: 1 → 2 (new: expert)
[INFO] Change of regime, shift in full: ratings as they were → all moved by +19.0 points (median)
[INFO] 23 rows: 11 incomparable, 11 new, 1 gone
""")
assert log.contains('results.json: found no leaderboard, though the other side is one; compare two snapshots, or two results')
def drift = new groovy.json.JsonSlurper().parse(new File(basedir, 'regimes/drift.json'), 'UTF-8')
assert drift.regime_changes*.kind == ['ci_kind', 'categories', 'shift']
assert new File(basedir, 'regimes/summary.md').getText('UTF-8').startsWith('# Drift of a leaderboard\n')
assert new File(basedir, 'evalkit-diff/.gitignore').text == '*\n'
