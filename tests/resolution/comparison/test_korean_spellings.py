"""Sixty spellings of twelve Korean names, in four romanisations and Hangul, and who is who.

Among them are near-namesakes (Rim and Kim Song Jin, Kim Yong Chol and Kim Myong Chol, Ri Chang Ho
and Ri Song Ho) and two men of one name with two birth years.
"""

import csv
from itertools import combinations
from pathlib import Path

import pytest
from mention_builders import record

from resolution.blocking import candidate_pairs
from resolution.clustering import cluster
from resolution.comparison import compare
from resolution.model import shipped_model
from resolution.scoring import score
from resolution.table import mention_table

SPELLINGS = Path(__file__).parents[2] / "fixtures" / "korean_spellings.csv"

Pairs = set[tuple[int, int]]


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with SPELLINGS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def merged(rows: list[dict[str, str]]) -> Pairs:
    """Each romanisation is a list of its own; the shipped model resolves all five."""
    model = shipped_model()
    records = [
        record(row["spelling"], source=row["list"], born=row["born"], countries=["kp"])
        for row in rows
    ]
    table = mention_table(records, {})
    pairs = candidate_pairs(table, model)
    left, right = (pairs.column(side).to_numpy() for side in ("left", "right"))
    scores = score(compare(table, left, right, model.words), model)
    clusters = (
        cluster(table, pairs, scores, threshold=model.thresholds.merge)
        .assignments.sort_by("position")
        .column("cluster")
        .to_numpy()
    )
    return {
        (one, other)
        for one, other in combinations(range(len(rows)), 2)
        if clusters[one] == clusters[other]
    }


def one_person(rows: list[dict[str, str]]) -> Pairs:
    return {
        (one, other)
        for one, other in combinations(range(len(rows)), 2)
        if rows[one]["person"] == rows[other]["person"]
    }


def test_no_two_persons_are_merged(rows: list[dict[str, str]], merged: Pairs) -> None:
    wrong = merged - one_person(rows)

    assert len(rows) == 60
    assert [(rows[one]["spelling"], rows[other]["spelling"]) for one, other in wrong] == []


def test_nearly_all_spellings_of_a_person_are_merged(
    rows: list[dict[str, str]], merged: Pairs
) -> None:
    same = one_person(rows)

    assert len(merged & same) >= 0.95 * len(same)
