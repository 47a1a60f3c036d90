def log = new File(basedir, 'build.log').getText('UTF-8')
def run = new File(basedir, 'reports').listFiles().find { it.directory && it.name.startsWith('heron_chat_') }
def items = new groovy.json.JsonSlurper().parse(new File(run, 'current.json'), 'UTF-8').collectEntries { [it.metric_id, it] }
assert items.keySet() == ['elo_rating', 'win_rate'] as Set
def elo = items.elo_rating
assert elo.meta.method == 'bradley_terry; ties half; 400 points for odds of 10; mean at 1000'
assert elo.meta.ci_method == 'sandwich'
assert elo.ci[0] < elo.value && elo.value < elo.ci[1]
assert elo.meta.left_out == ["battle of a model with itself": 1, "label that names no outcome": 1]
def rate = items.win_rate
assert rate.meta.method == 'win_rate; ties half; over all battles'
assert rate.meta.scores_ref.path == 'scores/win_rate.jsonl.gz'
assert rate.samples_used == elo.samples_used
assert log.contains('The battles determine no finite ratings: between the 2 groups that 2 models fall into, wins go one way only or no battle was fought: [heron], [wren].')
