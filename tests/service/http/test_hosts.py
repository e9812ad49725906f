from collections.abc import Callable
from contextlib import AbstractContextManager

import httpx
import pytest

from service.http.hosts import allowed_hosts

ORIGIN = "https://app.example.org"

Serving = Callable[..., AbstractContextManager[str]]


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("localhost:8000", 200),
        ("127.0.0.1:8000", 200),
        ("[::1]:8000", 200),
        ("APP.example.org", 200),
        ("evil.example.net", 400),
        ("evil.example.net:8000", 400),
        ("localhost.evil.example.net", 400),
        ("www.localhost", 400),
    ],
)
def test_on_loopback_only_our_own_names_are_answered(
    serving: Serving, host: str, status: int
) -> None:
    """A page whose name was pointed at 127.0.0.1 read the whole graph from a visitor's machine."""
    with serving(allowed_hosts=allowed_hosts("127.0.0.1", (ORIGIN,))) as url:
        asked = httpx.post(f"{url}/graphql", json={"query": "{ greeting }"}, headers={"host": host})

    assert asked.status_code == status
    assert ("Hello" in asked.text) == (status == 200)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.5", "::1", "localhost"])
def test_loopback_answers_to_the_address_it_listens_on(host: str) -> None:
    assert host in allowed_hosts(host, ())
    assert "*" not in allowed_hosts(host, ())


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "graph.example.org"])
def test_whoever_serves_other_machines_knows_the_names(host: str) -> None:
    assert allowed_hosts(host, ()) == ("*",)
