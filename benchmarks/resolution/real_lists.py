"""How the engine does on real lists: CPU seconds by stage, memory, and agreement with judged pairs.

    python benchmarks/resolution/real_lists.py CATALOGUE [JUDGEMENTS.csv …] [--model MODEL.json]

Only the catalogue's lists are read, straight from their files, without a database. The shipped
model has learned from the published judgements: `sanctions.py` measures out of fold.
"""

import argparse
import resource
import time
from collections import Counter
from pathlib import Path

from actors.records import Mention
from resolution.blocking import candidate_pairs
from resolution.clustering import Clustering, cluster
from resolution.comparison import compare
from resolution.evaluation import Evaluation, evaluate, read_judgements
from resolution.learning import catalogue_records
from resolution.model import Model, read_model, shipped_model
from resolution.scoring import score
from resolution.table import mention_table


class Clock:
    """Prints the CPU seconds since it was last asked."""

    def __init__(self) -> None:
        self._last = time.process_time()

    def tell(self, stage: str, said: object = "") -> None:
        """Print a line for the stage that just ended."""
        now = time.process_time()
        print(f"{stage:10} {now - self._last:6.1f} s CPU  {said}")
        self._last = now


def resolve(mentions: list[Mention], model: Model) -> Clustering:
    clock = Clock()
    table = mention_table(mentions, {})
    clock.tell("table", f"{table.num_rows:,} mentions")
    pairs = candidate_pairs(table, model)
    clock.tell("blocking", f"{pairs.num_rows:,} pairs")
    left, right = (pairs.column(side).to_numpy() for side in ("left", "right"))
    features = compare(table, left, right, model.words)
    clock.tell("comparison")
    scores = score(features, model)
    clock.tell("scoring")
    clustering = cluster(table, pairs, scores, threshold=model.thresholds.merge)
    clock.tell("clustering", f"{clustering.held_apart:,} pairs held apart by the rule on lists")
    return clustering


def show(path: Path, found: Evaluation) -> None:
    print(f"\n{path.name}: {found.not_ingested:,} pairs of records that are not here")
    for one in found.groups:
        merged = (
            f"same {one.same_merged}/{one.same}, different {one.different_merged}/{one.different}"
        )
        print(f"  {one.group:40} merged: {merged}")
    for label, pairs in (("false merge", found.false_merges), ("miss", found.misses)):
        for pair in pairs:
            ends = " / ".join(f"{key.source} {key.record}" for key in (pair.left, pair.right))
            print(f"  {label}: {ends}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("catalogue", type=Path)
    parser.add_argument("judgements", type=Path, nargs="*")
    parser.add_argument("--model", type=Path)
    given = parser.parse_args()
    model = read_model(given.model) if given.model else shipped_model()
    mentions = catalogue_records(given.catalogue)
    clustering = resolve(mentions, model)
    clusters = clustering.assignments.column("cluster").to_pylist()
    sizes = Counter(clusters)
    print(f"{len(sizes):,} entities, the largest of {max(sizes.values())} mentions")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB")
    entities = dict(zip((one.id for one in mentions), clusters, strict=True))
    for path in given.judgements:
        show(path, evaluate(read_judgements(path), mentions, entities))


if __name__ == "__main__":
    main()
