"""One number has one key, however it is written."""

import pytest

from actors.records import identifier_key


@pytest.mark.parametrize(
    ("scheme", "value"),
    [
        ("imo", "9187629"),
        ("IMO", "IMO 9187629"),
        ("imo", "imo-9187629"),
        (" imo ", "9 187 629"),
    ],
)
def test_case_spaces_punctuation_and_the_label_do_not_count(scheme: str, value: str) -> None:
    assert identifier_key(scheme, value) == "imo:9187629"


def test_a_cited_number_loses_its_label_too() -> None:
    assert identifier_key("cited-imo", "IMO 9187629") == "cited-imo:9187629"


def test_a_number_that_is_only_a_label_is_kept() -> None:
    assert identifier_key("imo", "IMO") == "imo:IMO"
