"""What a client learns of a failure, and what only the log does."""

import httpx
import pytest

from service.http.negotiation import GRAPHQL, JSON


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


@pytest.mark.parametrize("accept", [GRAPHQL, JSON])
def test_where_no_database_answers_the_status_says_so(client: httpx.Client, accept: str) -> None:
    """It was 200 with TIMEOUT, after which no proxy would ask another service."""
    query = {"query": "{ unreachable other: unreachable }"}

    response = client.post("/graphql", json=query, headers={"accept": accept})

    assert response.status_code == 503
    assert [one["extensions"]["code"] for one in response.json()["errors"]] == ["DATABASE"] * 2
    assert "secret.internal" not in response.text


def test_what_was_read_is_answered_where_the_rest_finds_no_database(client: httpx.Client) -> None:
    assert only_error(client, "{ greeting unreachable }")["extensions"] == {"code": "DATABASE"}


@pytest.mark.parametrize(
    "operation",
    [
        {"query": '{ since(day: "yesterday") }'},
        {"query": "query($d: Date!) { since(day: $d) }", "variables": {"d": "yesterday"}},
    ],
)
def test_a_value_no_scalar_reads_is_the_clients_mistake(
    client: httpx.Client, caplog: pytest.LogCaptureFixture, operation: dict[str, object]
) -> None:
    """What the scalar's parser raised was masked as a failure of ours, and logged with a trace."""
    (error,) = client.post("/graphql", json=operation).json()["errors"]

    assert error["extensions"] == {"code": "GRAPHQL_VALIDATION_FAILED"}
    assert "yesterday" in error["message"]
    assert "service.http.errors" not in {record.name for record in caplog.records}


def test_an_operation_too_repetitive_to_be_checked_is_told_what_to_do(client: httpx.Client) -> None:
    """All it got was "Validation aborted.", though it keeps every limit."""
    error = only_error(client, "{ again { " + "greeting " * 990 + "} }")

    assert error["extensions"] == {"code": "LIMIT_EXCEEDED"}
    assert "ask in several" in str(error["message"])


def test_a_statement_that_wanted_too_much_memory_says_so(client: httpx.Client) -> None:
    error = only_error(client, "{ greedy }")

    assert error["extensions"] == {"code": "LIMIT_EXCEEDED"}
    assert "memory" in str(error["message"])


def test_a_statement_that_was_stopped_says_so(client: httpx.Client) -> None:
    assert only_error(client, "{ stopped }")["extensions"] == {"code": "TIMEOUT"}
