"""Files that say which records are one: `id,cluster_id`, or links `left_id,right_id`.

A truth may know of more records than the tables have, as one of a whole table does for a part of
it: how many is told. Links through such records hold.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from actors.errors import SourceError
from resolution.tables.components import components
from resolution.tables.files.formats import read_sheet
from resolution.tables.files.pairs import (
    CLUSTER,
    CONFIDENCE,
    ID,
    LEFT,
    MATCH,
    RIGHT,
    SCORE,
    Integers,
    numbers_of,
    records_named,
)
from resolution.tables.files.sheets import Sheet, either


@dataclass(frozen=True, slots=True)
class Truth:
    """Which records are one, as far as it is known."""

    clusters: Integers
    """Each record's true cluster, -1 where the truth says nothing of it."""
    unknown: int
    """How many ids of the truth no record has."""
    has_confidence: bool = False
    """Whether the file looks like the clusters that a run writes."""


def read_truth(path: Path, ids: Sequence[str]) -> Truth:
    """Return what a truth says of the records; it may say something of others too.

    The header tells which of two forms the truth has: `id,cluster_id`, or links `left_id,right_id`.
    Who is linked to one record is linked to all that are linked to it, and to no other.
    """
    sheet = read_sheet(path, _layout)
    number = _with_others(sheet, [ID] if ID in sheet.cells else [LEFT, RIGHT], ids)
    if ID in sheet.cells:
        clusters = _true_clusters(sheet, number)
    else:
        left, right = (records_named(sheet, side, number) for side in (LEFT, RIGHT))
        clusters = components(len(number), left, right)
    return Truth(clusters[: len(ids)], len(number) - len(ids), CONFIDENCE in sheet.cells)


def _layout(path: Path, columns: Sequence[str] | None) -> Sequence[str]:
    """Choose the form that the header tells, and the confidence by which a result is known."""
    chosen = either((ID, CLUSTER), (LEFT, RIGHT))(path, columns)
    if LEFT in chosen:
        _refuse_weighed(path, columns or ())
    return (*chosen, CONFIDENCE) if ID in chosen and CONFIDENCE in (columns or ()) else chosen


def _refuse_weighed(path: Path, columns: Sequence[str]) -> None:
    """Refuse labels and scores: of a truth every row is a link, and no row is two that are not."""
    for column in (MATCH, SCORE):
        if column in columns:
            problem = f"has a column {column!r}, as labels and scores have, but a truth takes every"
            remedy = f"give a file of {LEFT},{RIGHT} with those pairs alone, and all of them"
            raise SourceError(path, None, f"{problem} row for two that are one; {remedy}")


def _true_clusters(sheet: Sheet, number: Mapping[str, int]) -> Integers:
    records = records_named(sheet, ID, number)
    _check_once(sheet, records, list(number))
    clusters = sheet.cells[CLUSTER].numbers
    for row in np.flatnonzero(clusters < 0)[:1]:
        raise sheet.mistake(int(row), f"{CLUSTER} is empty; leave the row out if it is not known")
    truth = np.full(len(number), -1, np.int64)
    truth[records] = clusters
    return truth


def _with_others(sheet: Sheet, columns: Sequence[str], ids: Sequence[str]) -> dict[str, int]:
    """Return numbers of the ids, then of a file's others; a file of others alone is a mistake."""
    number = numbers_of(ids)
    of_file = {
        cell for name in columns for cell in sheet.cells[name].distinct if isinstance(cell, str)
    }
    if not of_file:
        problem = "says nothing of any record, as it has no rows under its header; give each record"
        raise SourceError(
            sheet.origin,
            None,
            f"{problem} a row {ID},{CLUSTER}, or each pair that is one a row {LEFT},{RIGHT}",
        )
    if of_file.isdisjoint(number):
        problem = f"none of its {len(of_file):,} ids is that of a record, as {min(of_file)!r}"
        raise SourceError(sheet.origin, None, f"{problem}; check that it is about these tables")
    for name in columns:
        for cell in sheet.cells[name].distinct:
            if isinstance(cell, str):
                number.setdefault(cell, len(number))
    return number


def _check_once(sheet: Sheet, records: Integers, ids: Sequence[str]) -> None:
    _, first = np.unique(records, return_index=True)
    again = np.setdiff1d(np.arange(len(records)), first)
    for row in again[:1]:
        raise sheet.mistake(int(row), f"the id {ids[records[row]]!r} stands in the file already")
