"""How well tables of `persons.py` can be put together at all: by one who knows how they were made.

    python benchmarks/resolution/oracle.py SEED [--sizes 10000 100000 1000000] [--ours FOLDER]

The oracle is told what each mention tells of its person, every spelling and slip undone, which no
program can read with certainty; how often the maker draws each part; and how often it mentions a
person. By them it weighs all pairs that tell nothing that contradicts: none are left out at any
size. It is judged three ways, with nothing chosen on the truth:

pairs: those beyond the posterior at which it expects the best F1 over pairs;
linkage: our own clustering of its posteriors at 1/2;
crowds: mentions put together while what all of them tell makes it likelier than not.

FOLDER is that of `scale.py`, with our clusters of the same sizes and seed, which are judged beside
it.
"""

import argparse
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
from oracle_evidence import Evidence, Floats, Integers, evidence
from oracle_weighing import Indices, crowds, grouped, likely_pairs
from persons import mentions
from persons_mentions import MENTIONS
from scale import by_id, pairs

from resolution.tables.clustering import cluster_pairs

LEAST_POSTERIOR = 0.001
"""What is below counts as 0 in clustering too."""
THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class Judged:
    """How far a decision agrees with the truth, pair by pair."""

    way: str
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Prior:
    """What is known of a table before anything is told: how often persons are mentioned."""

    size: int
    usual: Mapping[int, float]

    @property
    def _persons(self) -> float:
        mean = sum(times * usual for times, usual in self.usual.items()) / sum(self.usual.values())
        return self.size / mean

    @property
    def matches(self) -> float:
        """How many pairs of mentions are expected to be of one person."""
        of_all = sum(math.comb(times, 2) * usual for times, usual in self.usual.items())
        return self._persons * of_all / sum(self.usual.values())

    @property
    def odds(self) -> float:
        """The log-odds that two mentions are of one person."""
        return math.log(self.matches / (math.comb(self.size, 2) - self.matches))

    def merging(self) -> Floats:
        """Return the log-odds that crowds of two sizes are one person's."""
        most = max(self.usual)
        # A crowd grows through sizes that the maker leaves out: as usual as those around them.
        sizes, usual = list(self.usual), [math.log(one) for one in self.usual.values()]
        total = math.log(sum(self.usual.values()))
        logs = np.interp(range(most + 1), sizes, usual) - total
        # So many orders have the mentions of a person in a table.
        logs += [math.lgamma(times + 1) for times in range(most + 1)]
        found = np.full((most + 1, most + 1), -np.inf)
        for one in range(1, most):
            for other in range(1, most + 1 - one):
                found[one, other] = logs[one + other] - logs[one] - logs[other]
        return found - math.log(self._persons)


def judged(way: str, truth: Integers, found: Integers) -> Judged:
    """Compare clusters with the truth."""
    both = pairs(found.astype(np.int64) * (int(truth.max()) + 1) + truth)
    return _rated(way, both, pairs(found), pairs(truth))


def best_pairs(
    prior: Prior, left: Indices, right: Indices, posteriors: Floats, truth: Integers
) -> Judged:
    """Judge the pairs of which the oracle expects the best F1."""
    order = np.argsort(-posteriors)
    expected = np.cumsum(posteriors[order])
    counts = np.arange(1, len(order) + 1)
    taken = order[: int(np.argmax(expected / (counts + prior.matches))) + 1]
    both = int(np.count_nonzero(truth[left[taken]] == truth[right[taken]]))
    return _rated("pairs", both, len(taken), pairs(truth))


def told_by_oracle(
    found: Evidence, group_of: Integers, prior: Prior, truth: Integers
) -> list[Judged]:
    """Judge the oracle's three ways."""
    groups = grouped(group_of)
    left, right, posteriors, agreeing = likely_pairs(found, groups, prior.odds, LEAST_POSTERIOR)
    same = int(np.count_nonzero(truth[left] == truth[right]))
    print(
        f"{agreeing:,} pairs contradict in nothing; {posteriors.sum():,.0f} are expected to be of "
        f"one person, {same:,} are, of {pairs(truth):,} there are"
    )
    linked = cluster_pairs(len(truth), left, right, posteriors, THRESHOLD).numbers
    return [
        best_pairs(prior, left, right, posteriors, truth),
        judged("linkage", truth, linked.astype(np.int64)),
        judged("crowds", truth, crowds(found, groups, prior.merging())),
    ]


def ours(clusters: Path, truth: Integers) -> Judged:
    """Judge our clusters of the same table, whose ids count its rows."""
    in_order = np.argsort(np.array([str(place) for place in range(len(truth))]))
    return judged("ours", truth[in_order], by_id(pq.read_table(clusters)))


def told(results: Mapping[int, Sequence[Judged]]) -> str:
    """Return a table, and how much of the F1 is left from each size to the next."""
    lines = ["| records | | precision | recall | F1 |", "|---" * 5 + "|"]
    lines += [
        f"| {size:,} | {one.way} | {one.precision:.3f} | {one.recall:.3f} | {one.f1:.3f} |"
        for size, found in results.items()
        for one in found
    ]
    for smaller, larger in pairwise(results):
        f1 = {one.way: one.f1 for one in results[smaller]}
        lines += [
            f"{one.way}: F1 at {larger:,} is {one.f1 / f1[one.way]:.3f} of that at {smaller:,}"
            for one in results[larger]
            if one.way in f1
        ]
    return "\n".join(lines)


def _rated(way: str, both: int, found: int, true: int) -> Judged:
    precision, recall = both / max(found, 1), both / max(true, 1)
    return Judged(way, precision, recall, 2 * both / max(found + true, 1))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seed", type=int)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--ours", type=Path, help="folder of scale.py")
    given = parser.parse_args()
    results: dict[int, list[Judged]] = {}
    for size in given.sizes:
        rows, each = zip(*mentions(size, given.seed), strict=True)
        truth = np.array([row[-1] for row in rows])
        results[size] = told_by_oracle(*evidence(each), Prior(size, MENTIONS), truth)
        clusters = given.ours and given.ours / f"persons-{size}-{given.seed}.clusters.parquet"
        if clusters and clusters.exists():
            results[size].append(ours(clusters, truth))
    print(told(results))


if __name__ == "__main__":
    main()
