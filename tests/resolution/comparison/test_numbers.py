"""Identifiers: checked where their scheme has a check, and told from the numbers of lists."""

import pytest
from mention_builders import features, record

from resolution.comparison.numbers import is_well_formed
from resolution.schemes import SCHEMES


@pytest.mark.parametrize(
    ("scheme", "number"),
    [
        ("imo", "9187629"),
        ("lei", "529900T8BM49AURSDO55"),
        ("iban", "GB82WEST12345698765432"),
        ("isin", "US0378331005"),
        ("luhn", "4539578763621486"),
        ("inn", "7707083893"),
        ("ogrn", "1027700132195"),
    ],
)
def test_one_wrong_figure_breaks_the_check(scheme: str, number: str) -> None:
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)

    assert SCHEMES[scheme](number)
    assert not SCHEMES[scheme](wrong)


def test_a_number_that_fails_its_check_conflicts_with_none() -> None:
    ship, miscopied = (record("Omega", numbers=[f"imo={one}"]) for one in ("9187629", "9187628"))

    assert "identifier_conflict" not in features(ship, miscopied)
    assert not is_well_formed("imo:9187628")


def test_a_number_that_both_miscopied_is_the_same_but_not_for_life() -> None:
    found = features(
        record("Omega", numbers=["imo=9187628"]),
        record("Delta", numbers=["imo=9187628"], source="list-b"),
    )

    assert found["identifier_same"] == 1.0
    assert "identifier_for_life" not in found


def test_a_lists_own_numbers_never_make_two_of_its_records_one() -> None:
    """Item 11 of part 1 and item 1 of part 1.1 are written alike without punctuation."""
    former, later = (
        record("Omega", numbers=[f"ca-sema-item={one}"])
        for one in ("by-1-part-1-11", "by-1-part-1.1-1")
    )

    assert "identifier_same" not in features(former, later)


def test_a_banks_code_is_one_with_and_without_its_head_office() -> None:
    found = features(
        record("Omega", numbers=["swift=OMGAKPPY"]),
        record("Delta", numbers=["swift=OMGAKPPYXXX"], source="list-b"),
    )

    assert found["identifier_same"] == 1.0
