"""Macro F1 of the answers in a JSON Lines file, as one result item on standard output."""

import json
import sys
from collections import Counter


def macro_f1(pairs):
    """The mean over all labels that occur of 2 TP / (2 TP + FP + FN)."""
    cells = Counter(pairs)
    labels = sorted({label for pair in pairs for label in pair})
    scores = []
    for label in labels:
        true_positives = cells[label, label]
        answered = sum(n for (_, prediction), n in cells.items() if prediction == label)
        wanted = sum(n for (reference, _), n in cells.items() if reference == label)
        scores.append(2 * true_positives / (answered + wanted))
    return sum(scores) / len(scores)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        answers = [json.loads(line) for line in file]
    pairs = [(answer["label"], answer["prediction"]) for answer in answers]
    item = {
        "metric_id": "accuracy_f1",
        "value": macro_f1(pairs),
        "ci": None,
        "samples_used": len(pairs),
        "meta": {"average": "macro", "evaluator": {"version": 1}},
    }
    json.dump(item, sys.stdout)


if __name__ == "__main__":
    main()
