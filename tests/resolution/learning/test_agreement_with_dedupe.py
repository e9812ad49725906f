"""What dedupe learned, executed over tables, is what dedupe itself would say (decision 001)."""

import dataclasses
from itertools import combinations

import numpy as np
from dedupe.blocking import Fingerprinter

from actors.records import Verdict
from resolution.blocking import KEYS, candidate_pairs
from resolution.comparison import DECIDED, compare
from resolution.evaluation import positions
from resolution.learning import shipped_labels
from resolution.learning.deduper import deduper_of
from resolution.learning.variables import Material
from resolution.model import BlockingRule, shipped_model
from resolution.scoring import score
from resolution.table import mention_table


def test_scores_are_those_of_the_classifier_on_dedupes_distances() -> None:
    judged, mentions = shipped_labels()
    place = positions(mentions)
    pairs = [(place[pair.left], place[pair.right]) for pair in judged]
    same = np.array([pair.verdict is Verdict.SAME for pair in judged])
    model = shipped_model()
    table = mention_table(mentions, {})
    material = Material(table, model.words)
    deduper, names = deduper_of(material)
    records = material.records(range(len(mentions)))

    distances = deduper.data_model.distances([(records[a], records[b]) for a, b in pairs])
    classifier = deduper.classifier.estimator.fit(distances, same)
    classifier.coef_ = np.array(
        [[next(one.weight for one in model.features if one.name == name) for name in names]]
    )
    classifier.intercept_ = np.array([model.bias])
    theirs = classifier.predict_proba(distances)[:, 1]

    left, right = np.array(pairs).T
    learned = tuple(one for one in model.features if one.name not in DECIDED)
    plain = dataclasses.replace(model, features=learned)
    ours = score(compare(table, left, right, model.words), plain)
    assert np.abs(ours - theirs).max() < 1e-6


def test_candidate_pairs_are_those_of_dedupes_blocks() -> None:
    _, mentions = shipped_labels()
    table = mention_table(mentions, {})
    material = Material(table, shipped_model().words)
    deduper, _ = deduper_of(material)
    single = sorted(deduper.data_model.predicates, key=repr)
    compound = single[0] + single[1]

    rules = [(predicate.function,) for predicate in single]
    rules.append(tuple(part.function for part in compound))
    unlimited = tuple(BlockingRule(keys, 10_000, is_learned=True) for keys in rules)
    model = dataclasses.replace(shipped_model(), blocking=unlimited)
    found = candidate_pairs(table, model)
    ours = set(zip(found["left"].to_pylist(), found["right"].to_pylist(), strict=True))

    blocks: dict[str, list[int]] = {}
    records = material.records(range(len(mentions)))
    for key, position in Fingerprinter([*single, compound])(records.items()):
        blocks.setdefault(key, []).append(position)
    theirs = {pair for block in blocks.values() for pair in combinations(sorted(set(block)), 2)}
    assert {keys[0] for keys in rules} == set(KEYS)
    assert ours == theirs
