"""What a client learns of a failure, and what only the log does."""

import httpx
import pytest


def only_error(client: httpx.Client, query: str) -> dict[str, object]:
    response = client.post("/graphql", json={"query": query})
    assert response.status_code == 200
    (error,) = response.json()["errors"]
    return error


def test_an_unknown_failure_is_masked_and_logged_under_its_request_id(
    client: httpx.Client, caplog: pytest.LogCaptureFixture
) -> None:
    response = client.post("/graphql", json={"query": "{ broken }"})

    (error,) = response.json()["errors"]
    request_id = response.headers["x-request-id"]
    assert "hunter2" not in response.text
    assert error["extensions"] == {"code": "INTERNAL"}
    assert error["path"] == ["broken"]
    assert request_id in error["message"]
    logged = next(record for record in caplog.records if request_id in record.getMessage())
    assert logged.exc_info is not None
    assert "hunter2" in str(logged.exc_info[1])


def test_a_mistake_of_the_client_is_told_in_full(client: httpx.Client) -> None:
    error = only_error(client, "{ several }")

    assert error["message"] == "two entities carry imo 1"
    assert error["extensions"] == {"code": "AMBIGUOUS"}


def test_what_else_was_asked_is_answered_beside_an_error(client: httpx.Client) -> None:
    response = client.post("/graphql", json={"query": "{ greeting several }"})

    assert response.json()["data"] == {"greeting": "Hello, world", "several": None}


def test_where_the_database_is_stays_with_us(client: httpx.Client) -> None:
    error = only_error(client, "{ unreachable }")

    assert "secret.internal" not in str(error)
    assert error["extensions"] == {"code": "DATABASE"}


def test_a_statement_that_was_stopped_says_so(client: httpx.Client) -> None:
    assert only_error(client, "{ stopped }")["extensions"] == {"code": "TIMEOUT"}
