"""Date: how dates are read, and what two of them say."""

from datetime import UTC, date, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_types import findings, told, variable

from resolution.tables.variables.days import alike_days, compare_days


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1962-02-18", "1962-02-18"),
        ("19620218", "1962-02-18"),
        ("19620218.0", "1962-02-18"),
        ("18/02/1962", "1962-02-18"),
        ("18.2.62", "1962-02-18"),
        ("18-02-05", "2005-02-18"),
        ("02/18/1962", "1962-02-18"),
        ("18 Feb 1962", "1962-02-18"),
        ("18th of February 1962", None),
        ("February 18, 1962", "1962-02-18"),
        ("18 de febrero de 1962", "1962-02-18"),
        ("1962 Feb 18", "1962-02-18"),
        ("Feb 1962", "1962-02"),
        ("02/1962", "1962-02"),
        ("1962-02", "1962-02"),
        ("1962-02-00", "1962-02"),
        ("1962", "1962"),
        ("1962.0", "1962"),
        ("circa 1962", "1962~"),
        ("c1962", "1962~"),
        ("\u00a9 1962", "1962~"),
        ("1962~", "1962~"),
        ("1962-02-18T00:00:00", "1962-02-18"),
        ("1962-18-02", "1962-02-18"),
        ("1962-02-81", "1962-02-81"),
        ("born in spring", None),
        ("0000-00-00", None),
        ("0000", None),
        ("circa 0000", None),
        ("00/00/0000", None),
        ("00/00/00", None),
        ("00/00/1968", "1968"),
        ("-1968", None),
        ("\N{MINUS SIGN}1968", None),
        ("12345", None),
        (date(1962, 2, 18), "1962-02-18"),
        (datetime(1962, 2, 18, 12, tzinfo=UTC), "1962-02-18"),
        (19620218, "1962-02-18"),
        (1962, "1962"),
    ],
)
def test_dates_are_read_as_far_as_they_are_told(cell: object, value: str | None) -> None:
    assert variable("Date").read(cell) == value


def test_the_month_may_stand_first() -> None:
    assert variable("Date").read("04/05/1990") == "1990-05-04"
    assert variable("Date", month_first=True).read("04/05/1990") == "1990-04-05"


@pytest.mark.parametrize(
    ("left", "right", "finding"),
    [
        ("1962-02-18", "18/02/1962", "same day"),
        ("1962-02-18", "Feb 1962", "same month"),
        ("1962-02-18", "1962", "same year"),
        ("1962-01-01", "1962-05-04", "same year"),
        ("1962-01", "1962-05-04", "near"),
        ("1962-02-08", "1962-08-02", "swapped"),
        ("1962-02-18", "1962-02-13", "slip"),
        ("1962-02-18", "1962-02-81", "slip"),
        ("1962-02-18", "1926-02-18", "slip"),
        ("1962-02-18", "1962-02-09", "one part"),
        ("1962-02-18", "1971-02-18", "one part"),
        ("1962", "1963", "near"),
        ("circa 1962", "1965", "near"),
        ("1962", "1965", "far"),
        ("1962-02-18", "1970", "far"),
        ("1962-02-18", "1963-04-18", "conflict"),
        ("1962-02-30", "1962-02-30", "same month"),
        ("1962-02-30", "1962-02", "same month"),
        ("1962-02-30", "1962-02-20", "slip"),
        ("1962-02-30", "1963-04-18", "near"),
        ("1962-02-30", "1971-11-07", "far"),
    ],
)
def test_one_finding_tells_how_two_dates_stand(left: str, right: str, finding: str) -> None:
    assert told("Date", left, right) == {finding}


def test_full_dates_that_differ_are_more_or_less_alike() -> None:
    near, far = ("1990-12-29", "1991-01-03"), ("1962-02-18", "1985-11-03")

    assert findings("Date", *near)["alike"] > 0.5
    assert findings("Date", *far)["alike"] == 0.0
    assert findings("Date", "1962-02-18", "1962-02-18")["alike"] == 0.0


def test_a_day_is_rarer_than_its_year() -> None:
    crowd = ["1962-05-01", "1962-06-01", "1970", "1971", "1972"]

    day = findings("Date", *crowd, "1962-02-18", "1962-02-18")
    year = findings("Date", *crowd, "1962-02-18", "1962")

    assert day["rarity"] > year["rarity"] > 0.0


def test_a_veto_is_asked_for() -> None:
    assert variable("Date").decided == {}
    assert variable("Date", veto=True).decided == {"column: conflict": -30.0}


days = st.tuples(st.integers(1900, 2020), st.integers(0, 12), st.integers(0, 31))


@given(days, days, st.booleans(), st.booleans())
def test_compiled_and_plain_comparison_agree(
    one: tuple[int, int, int], other: tuple[int, int, int], left_about: bool, right_about: bool
) -> None:
    parts = np.array([one, other])
    about = np.array([left_about, right_about])
    left, right = np.array([0]), np.array([1])

    assert compare_days(parts, about, left, right) == compare_days.py_func(
        parts, about, left, right
    )
    assert alike_days(parts, left, right) == alike_days.py_func(parts, left, right)


@pytest.mark.parametrize(
    ("function", "left", "right"),
    [
        ("day", "1962-02-18", "19620218"),
        ("year", "1962", "1962-05-04"),
        ("month", "1962-02", "1962-02-18"),
        ("anniversary", "1962-02-18", "1963-02-18"),
        ("exchanged", "1962-02-08", "1962-08-02"),
        ("slip", "1962-02-18", "1962-02-13"),
    ],
)
def test_dates_share_keys(function: str, left: str, right: str) -> None:
    one = variable("Date")
    keys = one.predicates[function]

    assert set(keys(one.read(left))) & set(keys(one.read(right)))
