"""Vessel: names of ships."""

import pytest
from own_types import findings, variable


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("M/V Ocean Star III", "ocean star 3"),
        ("MT OCEAN STAR NO. 03", "ocean star 3"),
        ("M.T. Ocean Star", "ocean star"),
        ("MV", "mv"),
        ("Motor Vessel Ocean", "ocean"),
        ("/", None),
    ],
)
def test_prefixes_are_taken_off_and_numerals_are_numbers(cell: str, value: str | None) -> None:
    assert variable("Vessel").read(cell) == value


def test_ships_of_one_name_are_told_by_their_number() -> None:
    two_three = findings("Vessel", "OCEAN STAR 2", "OCEAN STAR 3")
    bare = findings("Vessel", "OCEAN STAR", "OCEAN STAR 3")

    assert two_three["other number"] == 1.0
    assert bare["extra number"] == 1.0
    assert findings("Vessel", "OCEAN STAR III", "OCEANSTAR 3")["exact"] == 1.0
