"""Requests that never become an operation: each is refused with one sentence."""

import asyncio

import httpx
import orjson
import pytest
from starlette.requests import Request
from starlette.types import Message

from service.http.errors import Refusal
from service.http.operation import MAX_BODY_BYTES, MAX_VARIABLE_DEPTH, read_operation

AS_JSON = {"content-type": "application/json"}


def refusal(response: httpx.Response) -> str:
    (error,) = response.json()["errors"]
    assert error["extensions"]["code"] == "BAD_REQUEST"
    return error["message"]


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "The request's body is not JSON"),
        (b'{"query": ', "The request's body is not JSON"),
        (b"\xff\xfe", "The request's body is not JSON"),
        (b'"{ greeting }"', "must be a JSON object"),
        (b'[{"query": "{ greeting }"}]', "Batches are not accepted"),
        (b"{}", "has no `query`"),
        (b'{"query": ""}', "has no `query`"),
        (b'{"query": 1}', "`query` must be a string"),
        (b'{"query": "{ greeting }", "variables": "{}"}', "`variables` must be an object"),
        (b'{"query": "{ greeting }", "extensions": []}', "`extensions` must be an object"),
        (b'{"query": "{ greeting }", "operationName": {}}', "`operationName` must be a string"),
    ],
)
def test_a_malformed_body_is_refused_in_one_sentence(
    client: httpx.Client, body: bytes, sentence: str
) -> None:
    response = client.post("/graphql", content=body, headers=AS_JSON)

    assert response.status_code == 400
    assert sentence in refusal(response)


@pytest.mark.parametrize(
    "content_type",
    ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin-1", ""],
)
def test_only_json_in_utf_8_is_read(client: httpx.Client, content_type: str) -> None:
    """Forms and plain text are what a page on another origin can send without being asked."""
    response = client.post(
        "/graphql", content=b'{"query": "{ greeting }"}', headers={"content-type": content_type}
    )

    assert response.status_code == 415
    assert "as JSON" in refusal(response)


def test_a_body_past_the_limit_is_refused(client: httpx.Client) -> None:
    body = orjson.dumps({"query": "{ greeting }", "extensions": {"filler": "x" * MAX_BODY_BYTES}})

    response = client.post("/graphql", content=body, headers=AS_JSON)

    assert response.status_code == 413
    assert "larger than 1,000,000 bytes" in refusal(response)


def test_variables_nested_without_end_are_refused(client: httpx.Client) -> None:
    nested: object = 1
    for _ in range(MAX_VARIABLE_DEPTH + 1):
        nested = {"not": nested}

    response = client.post("/graphql", json={"query": "{ greeting }", "variables": {"f": nested}})

    assert response.status_code == 400
    assert "nested deeper" in refusal(response)


def test_variables_in_an_address_must_be_json(client: httpx.Client) -> None:
    response = client.get("/graphql", params={"query": "{ greeting }", "variables": "{name}"})

    assert response.status_code == 400
    assert "`variables` in the address is not JSON" in refusal(response)


def test_an_address_without_a_query_says_what_to_send(client: httpx.Client) -> None:
    assert "has no `query`" in refusal(client.get("/graphql"))


def test_a_client_that_leaves_in_the_middle_is_no_failure_of_ours() -> None:
    headers = [(b"content-type", b"application/json")]

    async def gone() -> Message:
        return {"type": "http.disconnect"}

    request = Request({"type": "http", "method": "POST", "headers": headers}, gone)

    with pytest.raises(Refusal, match="left before"):
        asyncio.run(read_operation(request))
