import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolution.sources.numbered import numbered


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("(1) Tunis (2) Sosa", ("Tunis", "Sosa")),
        ("1) Qatar 2) Oman", ("Qatar", "Oman")),
        ("a) French, b) Tunisian", ("French", "Tunisian")),
        ("(a) General b)Major General", ("General", "Major General")),
        ("(1) Germany (b) Algeria", ("Germany", "Algeria")),
        ("(1) Port (2)-(4) - (5) Harbour", ("Port", "Harbour")),
        ("(1)-(2) Tunisia (3) Libya", ("Tunisia", "Libya")),
        ("(1) (2) Egypt", ("Egypt",)),
        ("(1) Iraq (2) Iraq", ("Iraq",)),
    ],
)
def test_numbered_values_come_apart(written: str, values: tuple[str, ...]) -> None:
    assert numbered(written) == values


@pytest.mark.parametrize("written", ["Flat 4 (b), Main Road", "Iran (Islamic Republic of)", "x)"])
def test_one_value_stays_whole(written: str) -> None:
    assert numbered(written) == (written,)


@pytest.mark.parametrize("written", ["", "-", " n/a "])
def test_nothing_is_no_value(written: str) -> None:
    assert numbered(written) == ()


@given(st.lists(st.text("abc xyz", min_size=3).map(str.strip).filter(lambda text: len(text) > 2)))
def test_numbering_and_taking_apart_again_keeps_every_value(values: list[str]) -> None:
    written = " ".join(f"({place}) {value}" for place, value in enumerate(values, start=1))

    assert set(numbered(written)) == set(values)
