// An answer that holds an address; put together here, so that this repository holds none.
def answers = new File(basedir, 'outputs/m2.jsonl')
def text = answers.getText('UTF-8')
answers.setText(text.replaceFirst('"id": "q00", ', '"id": "q00", "contact": "jane.roe' + '@' + 'mailbox-of-hers.net", "note": "asked twice", '), 'UTF-8')
true
