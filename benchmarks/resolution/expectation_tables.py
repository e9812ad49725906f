"""Small tables of which the truth is known, as they are met: made anew for every seed.

Persons, companies, products and papers, each easy (a slip here and there) and hard (half of what
tells records apart is missing or shared with others), in one table or in two. No word of them is a
real one, so nothing but the table itself teaches what is rare.
"""

import random
from dataclasses import dataclass

from expectation_kinds import KINDS, Row


@dataclass(frozen=True, slots=True)
class MadeTable:
    """One table or two, the fields that are compared, and who is who."""

    tables: tuple[list[Row], ...]
    fields: list[dict[str, object]]
    cluster_of: dict[str, int]


def made_table(kind: str, *, is_hard: bool, is_two: bool, seed: int, size: int) -> MadeTable:
    """Return about so many records of a kind."""
    draw = random.Random(f"{kind} {is_hard} {is_two} {seed}")  # noqa: S311
    known = KINDS[kind]
    disorder = draw.uniform(0.55, 0.9) if is_hard else draw.uniform(0.1, 0.3)
    shared = draw.uniform(0.25, 0.7)
    most_copies = draw.choice([1, 1, 2, 4])
    first: list[Row] = []
    second: list[Row] = []
    cluster_of: dict[str, int] = {}
    things = known.make(draw, is_hard)
    number = 0
    while len(first) + len(second) < size:
        thing, number = next(things), number + 1
        lots = draw.random()
        sides = [first] if lots < (1 + shared) / 2 else [second]
        if lots < shared:
            # What the second source repeats, the first one has: else linking could not find it.
            sides += [second] * draw.randint(1, most_copies)
        for copy, side in enumerate(sides):
            row = known.write(draw, thing, disorder if side is second else disorder / 4)
            row["id"] = f"r{number}.{copy}"
            cluster_of[row["id"]] = number
            side.append(row)
    draw.shuffle(first)
    draw.shuffle(second)
    tables = (first, second) if is_two else (draw.sample(first + second, len(first + second)),)
    fields: list[dict[str, object]] = [
        {"field": field, "type": type_, "has_missing": True} for field, type_ in known.fields
    ]
    return MadeTable(tables, fields, cluster_of)
