"""The sanctions model against judgements it has not seen, beside Jaro-Winkler and our labels alone.

    python benchmarks/resolution/sanctions.py CATALOGUE JUDGEMENTS [--cited FILE] [--names FILE]

JUDGEMENTS are what the shipped model learns from (`make model`), so that its figures on them are
taken out of fold: five times a model is trained without a fifth of the judged pairs, whole
connected components of them, and without anything of their records; it resolves all lists, and
counts on that fifth. Thresholds are each model's own. No judgement is a link in what is measured.
CITED (the references that one list makes to another) and NAMES (pairs of bare names) teach nothing
and are measured with the shipped model.
"""

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sanctions_alternatives import best_threshold, jaro_winkler
from sanctions_names import show_names

from actors.records import Mention
from resolution.blocking import candidate_pairs
from resolution.clustering import Clustering, cluster
from resolution.comparison import AGAINST, FEATURES, compare
from resolution.evaluation import JudgedPair, evaluate, read_judgements
from resolution.evaluation.judgements import positions
from resolution.learning import TrainingSettings, catalogue_records, shipped_labels, train
from resolution.learning.weights import components_of
from resolution.model import Model, shipped_model
from resolution.scoring import score
from resolution.table import mention_table

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Truth:
    """Judged pairs whose two records are here, as positions, and what was judged."""

    pairs: list[tuple[int, int]]
    judged: list[JudgedPair]
    same: np.ndarray
    within: np.ndarray
    folds: np.ndarray


def truth_at_hand(judged: Sequence[JudgedPair], records: Sequence[Mention]) -> Truth:
    place = positions(records)
    found: dict[tuple[int, int], JudgedPair] = {}
    for pair in judged:
        if pair.key <= place.keys() and pair.verdict.value != "UNSURE":
            one, other = sorted((place[pair.left], place[pair.right]))
            if one != other:
                found.setdefault((one, other), pair)
    pairs = sorted(found)
    return Truth(
        pairs=pairs,
        judged=[found[pair] for pair in pairs],
        same=np.array([found[pair].verdict.value == "SAME" for pair in pairs]),
        within=np.array([records[one].source == records[other].source for one, other in pairs]),
        folds=components_of(pairs, len(records)) % FOLDS,
    )


def resolved(records: Sequence[Mention], model: Model) -> tuple[Clustering, int]:
    """Cluster all records; return it with how many pairs reach the threshold."""
    table = mention_table(records, {})
    pairs = candidate_pairs(table, model)
    left, right = (pairs.column(side).to_numpy() for side in ("left", "right"))
    scores = np.concatenate(
        [np.empty(0)]
        + [
            score(
                compare(table, left[at : at + 50_000], right[at : at + 50_000], model.words), model
            )
            for at in range(0, len(left), 50_000)
        ]
    )
    clustering = cluster(table, pairs, scores, threshold=model.thresholds.merge)
    return clustering, int((scores >= model.thresholds.merge).sum())


def judged_features(records: Sequence[Mention], truth: Truth, model: Model) -> np.ndarray:
    left, right = np.array(truth.pairs).T
    return compare(mention_table(records, {}), left, right, model.words)


def out_of_fold(
    records: Sequence[Mention], judged: Sequence[JudgedPair], truth: Truth
) -> tuple[np.ndarray, np.ndarray]:
    """Say for each judged pair whether its score, and whether its entities, call it one actor."""
    own, own_mentions = shipped_labels()
    said, merged = np.zeros(len(truth.same), bool), np.zeros(len(truth.same), bool)
    for fold in range(FOLDS):
        held = truth.folds == fold
        away = {pair.key for pair, is_held in zip(truth.judged, held, strict=True) if is_held}
        started = time.process_time()
        model = train(
            [*(pair for pair in judged if pair.key not in away), *own],
            [*records, *own_mentions],
            settings=TrainingSettings(held_out=truth.judged),
        )
        said[held] = (
            score(judged_features(records, truth, model), model) >= model.thresholds.merge
        )[held]
        clusters = resolved(records, model)[0].assignments.column("cluster").to_pylist()
        together = np.array([clusters[one] == clusters[other] for one, other in truth.pairs])
        merged[held] = together[held]
        spent = time.process_time() - started
        print(f"fold {fold + 1}: {held.sum()} pairs, threshold {model.thresholds.merge:.2f}, "
              f"{spent:.0f} s CPU", flush=True)  # fmt: skip
    return said, merged


def agrees_in_every_fact(features: np.ndarray) -> np.ndarray:
    """Find pairs of one name of which no fact that both state differs."""
    against = [place for place, name in enumerate(FEATURES) if name in AGAINST - {"name_common"}]
    exact = features[:, FEATURES.index("name_exact")] == 1
    return exact & (features[:, against] == 0).all(axis=1)


def show_false_merges(
    records: Sequence[Mention], truth: Truth, merged: np.ndarray, features: np.ndarray
) -> None:
    identical = agrees_in_every_fact(features)
    wrong = np.flatnonzero(merged & ~truth.same)
    print(f"\njudged different and merged: {len(wrong)}")
    for place in wrong:
        one, other = (records[end] for end in truth.pairs[place])
        note = " (no fact that both state differs)" if identical[place] else ""
        print(f"  {one.source} {one.record_id} / {other.source} {other.record_id}{note}")


def show_run(records: Sequence[Mention], model: Model, cited: Path | None) -> None:
    """Tell what the rule on records of one list does in a run of the shipped model."""
    clustering, likely = resolved(records, model)
    clusters = clustering.assignments.column("cluster").to_pylist()
    groups = Counter((number, one.source) for number, one in zip(clusters, records, strict=True))
    through = sum(size - 1 for size in groups.values())
    print(
        f"\nshipped model, {len(records):,} records: {likely:,} pairs reach its threshold; the "
        f"rule on records of one list holds {clustering.held_apart:,} apart and lets {through} "
        f"join another of their list beyond doubt; {len(set(clusters)):,} entities, the largest of "
        f"{max(Counter(clusters).values())}"
    )
    if cited is None:
        return
    entities = dict(zip((one.id for one in records), clusters, strict=True))
    found = evaluate(read_judgements(cited), records, entities)
    for group in (one for one in found.groups if one.group.startswith("status")):
        print(
            f"  {cited.name}, {group.group}: {group.same_merged} of {group.same} same merged, "
            f"{group.different_merged} of {group.different} different merged"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("catalogue", type=Path)
    parser.add_argument("judgements", type=Path)
    parser.add_argument("--cited", type=Path)
    parser.add_argument("--names", type=Path)
    given = parser.parse_args()
    records = catalogue_records(given.catalogue)
    judged = read_judgements(given.judgements)
    truth = truth_at_hand(judged, records)
    print(f"{len(judged):,} distinct judged pairs, {len(truth.pairs):,} of records that are here")
    model = shipped_model()
    show_run(records, model, given.cited)
    if given.names:
        show_names(given.names, model)

    own = train(*shipped_labels())
    features = judged_features(records, truth, own)
    alone = score(features, own) >= own.thresholds.merge
    likeness = jaro_winkler(records, truth.pairs)
    rests = [truth.folds != fold for fold in range(FOLDS)]
    cuts = np.array([best_threshold(likeness[rest], truth.same[rest]) for rest in rests])
    said, merged = out_of_fold(records, judged, truth)
    print(f"\n{'out of fold':34} {'pairs':>6} {'same':>10} {'different':>10}      P      R     F1")
    for name, outcome in (
        ("everything is the same", np.ones(len(merged), bool)),
        ("Jaro-Winkler, pairs", likeness >= cuts[truth.folds]),
        ("our labels alone, pairs", alone),
        ("the sanctions model, pairs", said),
        ("the sanctions model, entities", merged),
    ):
        show(name, outcome, truth.same, truth.within)
    show_false_merges(records, truth, merged, features)


def show(name: str, said: np.ndarray, same: np.ndarray, within: np.ndarray) -> None:
    """Print counts, precision, recall and F1 on all pairs, across lists and within one."""
    for group, rows in (("all", within | ~within), ("across", ~within), ("within", within)):
        right, wrong = int((said & same & rows).sum()), int((said & ~same & rows).sum())
        all_same, all_different = int((same & rows).sum()), int((~same & rows).sum())
        figures = ""
        if all_same:
            precision, recall = right / max(right + wrong, 1), right / all_same
            f1 = 2 * right / (right + wrong + all_same)
            figures = f"{precision:6.3f} {recall:6.3f} {f1:6.4f}"
        print(
            f"{name:34} {group:>6} {right:4}/{all_same:<5} {wrong:4}/{all_different:<5} {figures}"
        )


if __name__ == "__main__":
    main()
