"""Dates of birth that a text gives behind a name."""

import pytest
from prose_builders import listed, reading

NAME = "Anselm Kovarik"


@pytest.mark.parametrize(
    ("rest", "born"),
    [
        (", born on 18 February 1962, who paid", ["1962-02-18"]),
        (" (born February 18, 1962) paid", ["1962-02-18"]),
        (" (DOB: 18 Feb 1962) paid", ["1962-02-18"]),
        (" (b. 1962) paid", ["1962"]),
        (", who was born in March 1962, paid", ["1962-03"]),
        (" was born in Port Ellin in 1962", ["1962"]),
        (" was born in Port Ellin, Nordmark, on 3 May 1962", ["1962-05-03"]),
        (", born about 1946, paid", ["1946~"]),
        (" (date of birth: 1962-02-18) paid", ["1962-02-18"]),
        (" was born on 31 February 1962", []),
        (" paid his son, born in 1990", []),
        (" was born in Port Ellin. In 1977 he left", []),
        (" in 1962 was a clerk", []),
    ],
)
def test_the_birth_behind_a_name_is_its_bearers(rest: str, born: list[str]) -> None:
    mention = reading(f"{NAME}{rest}.", listed("KOVARIK, Anselm")).mentions[0]

    assert mention.quote == NAME
    assert [str(one) for one in mention.birth_dates] == born


def test_a_birth_belongs_to_the_name_it_follows_and_to_no_other() -> None:
    text = f"{NAME} and Tobias Marn, born on 3 May 1962, paid."

    first, second = reading(text, listed("KOVARIK, Anselm"), listed("MARN, Tobias")).mentions

    assert first.birth_dates == ()
    assert [str(one) for one in second.birth_dates] == ["1962-05-03"]
