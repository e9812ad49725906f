"""Addresses, headers, other origins, health and readiness."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager

import httpx
import pytest
from starlette.requests import Request

from actors.errors import DatabaseError

ALLOWED = "https://app.example.org"

Serving = Callable[..., AbstractContextManager[str]]


def test_the_bare_address_leads_to_graphql(client: httpx.Client) -> None:
    response = client.get("/")

    assert response.status_code == 307
    assert response.headers["location"] == "graphql"


@pytest.mark.parametrize("path", ["/graphql", "/healthz", "/graphiql/none.js", "/nowhere"])
def test_every_response_is_careful_with_browsers(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert "server" not in headers


def test_each_request_has_its_own_id(client: httpx.Client) -> None:
    ids = {client.get("/healthz").headers["x-request-id"] for _ in range(3)}

    assert len(ids) == 3


def preflight(client: httpx.Client, origin: str) -> httpx.Response:
    headers = {
        "origin": origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
    }
    return client.options("/graphql", headers=headers)


def test_a_page_of_an_allowed_origin_may_ask(client: httpx.Client) -> None:
    asked = client.post("/graphql", json={"query": "{ greeting }"}, headers={"origin": ALLOWED})

    assert preflight(client, ALLOWED).headers["access-control-allow-origin"] == ALLOWED
    assert asked.headers["access-control-allow-origin"] == ALLOWED


def test_a_page_of_another_origin_may_not(client: httpx.Client) -> None:
    response = preflight(client, "https://elsewhere.example.net")

    assert response.status_code == 400
    assert "access-control-allow-origin" not in response.headers


def test_the_process_is_healthy_while_its_database_is_away(serving: Serving) -> None:
    async def away(_: Request) -> None:
        message = "No Neo4j answers at bolt://secret.internal:7687"
        raise DatabaseError(message)

    with serving(ping=away) as url:
        assert httpx.get(f"{url}/healthz").status_code == 200
        unready = httpx.get(f"{url}/readyz")

    assert unready.status_code == 503
    assert "secret.internal" not in unready.text


def test_a_database_that_never_answers_is_not_ready(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.http.health._PATIENCE_SECONDS", 0.05)

    async def silent(_: Request) -> None:
        await asyncio.Event().wait()

    with serving(ping=silent) as url:
        assert httpx.get(f"{url}/readyz").status_code == 503


def test_a_database_that_answers_is_ready(client: httpx.Client) -> None:
    assert client.get("/readyz").json() == {"status": "ok"}
