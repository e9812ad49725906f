"""Programmes and the countries they are about."""

import pytest

from resolution.regimes import regime_countries


@pytest.mark.parametrize(
    ("programme", "codes"),
    [
        ("us-ofac:UKRAINE-EO13661", {"ru", "ua"}),
        ("us-ofac:DPRK3", {"kp"}),
        ("us-ofac:IFSR", {"ir"}),
        ("us-ofac:SDGT", set()),
        ("un-sc:GB", {"gw"}),
        ("un-sc:DRC", {"cd"}),
        ("ca-gac:Myanmar (Burma)", {"mm"}),
        ("gb-hmt:UK Freezing Orders", set()),
        ("gb-hmt:North Korea (Democratic People's Republic of Korea)", {"kp"}),
    ],
)
def test_a_programme_tells_the_countries_it_is_about(programme: str, codes: set[str]) -> None:
    assert regime_countries(programme) == codes
