"""The sanctions model on a list it has never seen: trained without one, measured on its pairs.

    python benchmarks/resolution/sanctions_lists.py CATALOGUE JUDGEMENTS

For each list with judged pairs a model is trained without the list's records and without any pair
that touches them; it then scores these pairs, beside the project's labels alone. Folds within lists
say how a model does on more of the same; this says how it does on another publisher's.
"""

import argparse
import time
from pathlib import Path

import numpy as np
from sanctions import judged_features, truth_at_hand

from resolution.evaluation import read_judgements
from resolution.learning import catalogue_records, shipped_labels, train
from resolution.model import Model
from resolution.scoring import score


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("catalogue", type=Path)
    parser.add_argument("judgements", type=Path)
    given = parser.parse_args()
    records = catalogue_records(given.catalogue)
    judged = read_judgements(given.judgements)
    truth = truth_at_hand(judged, records)
    own, own_mentions = shipped_labels()
    alone = train(own, own_mentions)
    lists = sorted({records[end].source for pair in truth.pairs for end in pair})
    print(f"{'list left out':16} {'model':24} {'threshold':>9} {'same':>9} {'different':>10}")
    for left_out in lists:
        started = time.process_time()
        away = {one.id for one in records if one.source == left_out}
        touched = {
            pair.key
            for (one, other), pair in zip(truth.pairs, truth.judged, strict=True)
            if {records[one].id, records[other].id} & away
        }
        model = train(
            [*(pair for pair in judged if pair.key not in touched), *own],
            [*(one for one in records if one.id not in away), *own_mentions],
        )
        held = np.array([pair.key in touched for pair in truth.judged])
        for name, one in (("without the list", model), ("our labels alone", alone)):
            said = score(judged_features(records, truth, one), one) >= one.thresholds.merge
            show(left_out, name, one, said[held], truth.same[held])
        print(f"{'':16} {time.process_time() - started:.0f} s CPU", flush=True)


def show(left_out: str, name: str, model: Model, said: np.ndarray, same: np.ndarray) -> None:
    """Print how many of the judged pairs of a list a model takes for one actor."""
    print(
        f"{left_out:16} {name:24} {model.thresholds.merge:9.2f} {(said & same).sum():4}/"
        f"{same.sum():<4} {(said & ~same).sum():5}/{(~same).sum():<4}"
    )


if __name__ == "__main__":
    main()
