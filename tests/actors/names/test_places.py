"""Countries in names of bodies and headings."""

import pytest

from actors.names import fold, places_in


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Ministry of Defence of Myanmar", {"mm"}),
        ("Syrian-Sudanese Bank", {"sy", "sd"}),
        ("Central Bank of South Sudan", {"ss"}),
        ("Republic of Guinea-Bissau", {"gw"}),
        ("Korea Kwangson Banking Corp", set()),
        ("Omega Trading", set()),
    ],
)
def test_the_longest_phrase_tells_the_country(name: str, codes: set[str]) -> None:
    assert places_in(fold(name)) == codes
