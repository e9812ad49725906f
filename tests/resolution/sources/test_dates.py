from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.records import PartialDate
from resolution.sources.dates import one_date, stated_dates


@pytest.mark.parametrize(
    ("written", "dates"),
    [
        ("12 Feb 1992", ["1992-02-12"]),
        ("Feb 1995", ["1995-02"]),
        ("1967", ["1967"]),
        ("circa 1956", ["1956~"]),
        ("circa 01 Jan 1961", ["1961-01-01~"]),
        ("c1943", ["1943~"]),
        ("00/00/1980", ["1980"]),
        ("00/08/1979", ["1979-08"]),
        ("13/04/2018", ["2018-04-13"]),
        ("1990-07-01", ["1990-07-01"]),
        ("1990-07", ["1990-07"]),
        ("2015-03-27-04:00", ["2015-03-27"]),
        ("01 Jan 1980 to 31 Dec 1980", ["1980"]),
        ("01 Feb 1958 to 28 Feb 1958", ["1958-02"]),
        ("1966 or 1968", ["1966", "1968"]),
        ("6 October 1971", ["1971-10-06"]),
        ("October 6, 1971", ["1971-10-06"]),
        ("3 août 1970", ["1970-08-03"]),
        ("31 Feb 1980", ["1980-02"]),
        ("1968-02-30", ["1968-02"]),
        ("29/02/1968", ["1968-02-29"]),
        ("29/02/1969", ["1969-02"]),
    ],
)
def test_lists_write_dates_in_many_ways(written: str, dates: list[str]) -> None:
    stated = stated_dates(written)

    assert stated is not None
    assert [str(date) for date in stated.dates] == dates
    assert not stated.intervals


@pytest.mark.parametrize(
    ("written", "interval", "ends"),
    [
        ("1962 to 1965", "1962/1965", ["1962~", "1965~"]),
        ("circa 1979-1982", "1979/1982", ["1979~", "1982~"]),
        ("21 Mar 2015 to 19 Mar 2016", "2015-03-21/2016-03-19", ["2015-03-21~", "2016-03-19~"]),
        ("Between 1968 and 1973", "1968/1973", ["1968~", "1973~"]),
    ],
)
def test_a_range_is_its_two_ends_and_kept_whole(
    written: str, interval: str, ends: list[str]
) -> None:
    stated = stated_dates(written)

    assert stated is not None
    assert stated.intervals == (interval,)
    assert [str(date) for date in stated.dates] == ends


@pytest.mark.parametrize(
    "written",
    ["", "born in the early 1970s", "30-35 years old", "Sep-77", "41 Feb 1980", "12/1980"],
)
def test_what_is_no_date_is_not_guessed(written: str) -> None:
    assert stated_dates(written) is None


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_dates(written: str) -> None:
    stated_dates(written)


@given(st.dates())
def test_a_day_reads_back_from_every_spelling(day: date) -> None:
    same = PartialDate(day.year, day.month, day.day)

    assert one_date(f"{day:%d/%m}/{day.year:04}") == same
    assert one_date(f"{day:%d %b} {day.year:04}") == same
    assert one_date(day.isoformat()) == same
