// The secret is made here, none stands in the repository: a sample whose id holds it, as an id that is an address with a token would.
def random = new Random(11)
def letters = ('A'..'Z') + ('a'..'z') + ('0'..'9')
def token = 'ghp' + '_' + (1..36).collect { letters[random.nextInt(letters.size())] }.join()
new File(basedir, 'outputs/m1.jsonl').append("{\"id\": \"${token}\", \"label\": \"yes\", \"prediction\": \"yes\", \"ms\": 150}\n", 'UTF-8')
return true
