"""Files about pairs of records, told by id: labels, pairs to score, scores.

An id that no table has, a label that is neither 1 nor 0 nor left open, one pair labelled both ways:
each is told with its place.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from actors.errors import LabelsError
from resolution.labelling import Answer, Label
from resolution.tables.files.cells import Cell
from resolution.tables.files.formats import read_sheet
from resolution.tables.files.sheets import Sheet, exactly

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

LEFT, RIGHT, MATCH, SCORE = "left_id", "right_id", "match", "score"
ID, CLUSTER, CONFIDENCE = "id", "cluster_id", "confidence"
_MATCHES = {
    **dict.fromkeys(("1", "1.0", "1.00", "1,0", "1,00", "true"), True),
    **dict.fromkeys(("0", "0.0", "0.00", "0,0", "0,00", "false"), False),
}
"""Tools that know no missing integers and booleans write 1.0 and True, sheets also 1,00."""
_WHOLE = re.compile(r"(-?\d+)[.,]0+")
"""An id as tools that know no missing integers write it."""


def read_pairs(path: Path, ids: Sequence[str]) -> tuple[Integers, Integers]:
    """Return the record numbers of the left and right side of each pair."""
    sheet = read_sheet(path, exactly(LEFT, RIGHT))
    number = numbers_of(ids)
    left, right = (records_named(sheet, side, number) for side in (LEFT, RIGHT))
    for row in np.flatnonzero(left == right)[:1]:
        _check_two(sheet, int(row), (left[row], right[row]), ids)
    return left, right


def read_scores(path: Path, ids: Sequence[str]) -> tuple[Integers, Integers, Floats]:
    """Return the record numbers of both sides of each pair, and its score."""
    sheet = read_sheet(path, exactly(LEFT, RIGHT, SCORE))
    number = numbers_of(ids)
    left, right = (records_named(sheet, side, number) for side in (LEFT, RIGHT))
    cells = sheet.cells[SCORE]
    scores = np.array([_score(sheet, place) for place in range(len(cells.distinct))])
    for row in np.flatnonzero(cells.numbers < 0)[:1]:
        raise sheet.mistake(int(row), f"{SCORE} is empty")
    return left, right, scores[cells.numbers] if len(scores) else np.empty(0)


def read_labels(paths: Sequence[Path], ids: Sequence[str]) -> list[Label]:
    """Return the labelled pairs of all files, without those of which nobody was sure."""
    return [
        Label(one.left, one.right, one.match)
        for one in read_answers(paths, ids)
        if one.match is not None
    ]


def read_answers(paths: Sequence[Path], ids: Sequence[str]) -> list[Answer]:
    """Return the answers of all files, a pair once; one labelled both ways is a LabelsError.

    A pair keeps the side that it was first labelled on. Who was sure outweighs who was not.
    """
    number = numbers_of(ids)
    found: dict[tuple[int, int], tuple[Answer, Sheet, int]] = {}
    for path in paths:
        sheet = read_sheet(path, exactly(LEFT, RIGHT, MATCH))
        left, right = (records_named(sheet, side, number).tolist() for side in (LEFT, RIGHT))
        for row, pair in enumerate(zip(left, right, strict=True)):
            _check_two(sheet, row, pair, ids)
            label = Answer(*pair, _match(sheet, row))
            ends = (min(pair), max(pair))
            known, first, at = found.setdefault(ends, (label, sheet, row))
            if known.match is None:
                found[ends] = (known._replace(match=label.match), sheet, row)
            elif label.match is not None and known.match is not label.match:
                raise LabelsError(
                    f"{path}, {sheet.place_of(row)}: {ids[pair[0]]!r} and {ids[pair[1]]!r} are "
                    f"labelled {int(label.match)} here, but {int(known.match)} in {first.origin}, "
                    f"{first.place_of(at)}; keep one"
                )
    return [label for label, _, _ in found.values()]


def numbers_of(ids: Sequence[str]) -> dict[str, int]:
    """Return each id's number."""
    return {one: number for number, one in enumerate(ids)}


def records_named(sheet: Sheet, column: str, number: Mapping[str, int]) -> Integers:
    """Return the numbers of the records that a column names; an unknown id is a mistake."""
    cells = sheet.cells[column]
    for row in np.flatnonzero(cells.numbers < 0)[:1]:
        raise sheet.mistake(int(row), f"{column} is empty")
    places = np.fromiter(
        (number.get(cell, -1) if isinstance(cell, str) else -1 for cell in cells.distinct),
        np.int64,
        len(cells.distinct),
    )
    unknown = np.flatnonzero(places < 0)
    if len(unknown):
        row = cells.first_row(int(unknown[0]))
        more = f" ({len(unknown):,} ids are unknown)" if len(unknown) > 1 else ""
        cell = cells.distinct[int(unknown[0])]
        problem = f"no record has the {column} {cell!r}{more}"
        raise sheet.mistake(row, f"{problem}; {_advice(cell, number)}")
    return places[cells.numbers]


def _advice(unknown: Cell, number: Mapping[str, int]) -> str:
    whole = _WHOLE.fullmatch(unknown) if isinstance(unknown, str) else None
    if whole and whole[1] in number:
        return f"the table has {whole[1]!r}, so write the ids of the column as whole numbers"
    return "check that the ids are those of the tables"


def _check_two(sheet: Sheet, row: int, pair: tuple[int, int], ids: Sequence[str]) -> None:
    if pair[0] == pair[1]:
        raise sheet.mistake(row, f"both ids are {ids[pair[0]]!r}; a pair has two records")


def _score(sheet: Sheet, place: int) -> float:
    cells = sheet.cells[SCORE]
    cell = cells.distinct[place]
    try:
        score = float(cell) if isinstance(cell, str) else -1.0
    except ValueError:
        score = -1.0
    if not 0 <= score <= 1:
        problem = f"{SCORE} is {cell!r}; expected a number from 0 to 1"
        raise sheet.mistake(cells.first_row(place), problem)
    return score


def _match(sheet: Sheet, row: int) -> bool | None:
    cell = sheet.cells[MATCH].of_row(row)
    if cell is None:
        return None
    match = _MATCHES.get(cell.lower()) if isinstance(cell, str) else None
    if match is None:
        problem = (
            f"{MATCH} is {cell!r}; expected 1 (one), 0 (two), or nothing (unsure); 1.0 and 1,0, "
            "0.0 and 0,0, True and False are read too"
        )
        raise sheet.mistake(row, problem)
    return match
