import pytest

from resolution.learning.tables.worded import worded
from resolution.tables import parsed_fields, table_of


def types_beside(kind: str, *cells: str) -> list[str]:
    """Return the types that compare a column in training, which was asked for as one type."""
    fields = parsed_fields({"id": "id", "fields": [{"field": "cell", "type": kind}]}, "FIELDS.json")
    rows = [{"id": str(number), "cell": cell} for number, cell in enumerate(cells)]
    return [one.type for one in worded(fields, table_of(fields, rows).records).fields]


@pytest.mark.parametrize("cells", [("$12.50", "$9", ""), ("5.3%", "6%"), ("1.5", "2")])
def test_amounts_that_were_called_a_text_are_compared_as_numbers_too(cells: list[str]) -> None:
    assert types_beside("String", *cells) == ["Wording", "Number"]


@pytest.mark.parametrize(
    "cells", [("1998", "2001"), ("12 Main St", "14 Oak Rd"), ("3:45", "4:10"), ("KX100", "KX99")]
)
def test_years_streets_lengths_and_codes_are_no_amounts(cells: list[str]) -> None:
    assert types_beside("ShortString", *cells) == ["Wording"]


def test_a_type_that_knows_what_it_compares_is_left_as_it_is() -> None:
    assert types_beside("Date", "1998.5", "2001.5") == ["Date"]
