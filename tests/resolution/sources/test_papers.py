import pytest

from resolution.sources.papers import paper


@pytest.mark.parametrize(
    ("written", "scheme", "value", "country"),
    [
        ("G123456 (Tunisian). Issued on 1 June 1996", "passport", "G123456", "tn"),
        ("Passport No: 592000 (Qatari passport issued on 3 May 2007).", "passport", "592000", "qa"),
        ("D 000700 (Afghan)", "passport", "D 000700", "af"),
        ("Libyan passport number 542000", "passport", "542000", "ly"),
        ("34409/129 (July 1997)", "passport", "34409/129", None),
        ("654000000", "passport", "654000000", None),
        ("Italian Fiscal Code ABCDEF63H28Z352V", "tax-id", "ABCDEF63H28Z352V", "it"),
    ],
)
def test_a_description_gives_number_and_country(
    written: str, scheme: str, value: str, country: str | None
) -> None:
    found = paper(written, "passport")

    assert found is not None
    assert (found.scheme, found.value, found.country) == (scheme, value, country)


def test_a_number_and_its_country_are_all_there_is() -> None:
    exact, fuller = (
        paper("A900100 (Yemeni)", "passport"),
        paper("A900100 (Yemeni), lost", "passport"),
    )

    assert exact is not None
    assert exact.is_all
    assert fuller is not None
    assert not fuller.is_all


@pytest.mark.parametrize("written", ["", "Uganda Passport.", "issued in 1998", "B/22"])
def test_words_without_a_number_are_no_paper(written: str) -> None:
    assert paper(written, "passport") is None
