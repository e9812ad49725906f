"""Which media type an Accept header gets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.http.negotiation import GRAPHQL, HTML, JSON, negotiated

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (GRAPHQL, GRAPHQL),
        (f"{GRAPHQL}, {JSON}", GRAPHQL),
        (f"{GRAPHQL};charset=utf-8, {JSON};q=0.9", GRAPHQL),
        (f"{JSON};q=1, {GRAPHQL};q=0.5", JSON),
        ("Application/JSON", JSON),
        ("text/html", None),
        ("application/xml", None),
        (f"{JSON};q=0", None),
        (f"{JSON};q=often", None),
    ],
)
def test_an_accept_header_gets_the_best_we_have(accept: str | None, expected: str | None) -> None:
    assert negotiated(accept) == expected


def test_a_browser_gets_the_page_where_there_is_one() -> None:
    assert negotiated(BROWSER, html=True) == HTML
    assert negotiated(BROWSER) == JSON


def test_a_program_that_takes_anything_gets_json_rather_than_the_page() -> None:
    assert negotiated("*/*", html=True) == JSON


@given(st.text(max_size=80))
def test_no_header_breaks_it(accept: str) -> None:
    assert negotiated(accept, html=True) in {GRAPHQL, JSON, HTML, None}
