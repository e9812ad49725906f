"""What a client gets for what it sends: media types, statuses, and what may run by GET."""

import httpx
import pytest

from service.http.negotiation import GRAPHQL, JSON


def post(client: httpx.Client, query: str, accept: str = GRAPHQL, **rest: object) -> httpx.Response:
    return client.post("/graphql", json={"query": query, **rest}, headers={"accept": accept})


@pytest.mark.parametrize("accept", [GRAPHQL, JSON])
def test_an_operation_is_answered_in_the_media_type_asked_for(
    client: httpx.Client, accept: str
) -> None:
    response = post(client, "{ greeting }", accept)

    assert response.status_code == 200
    assert response.headers["content-type"] == accept
    assert response.json() == {"data": {"greeting": "Hello, world"}}


def test_variables_and_the_operation_name_reach_the_schema(client: httpx.Client) -> None:
    query = "query A { a: greeting } query B($name: String!) { b: greeting(name: $name) }"

    response = post(client, query, operationName="B", variables={"name": "김"})

    assert response.json() == {"data": {"b": "Hello, 김"}}


def test_a_query_may_come_by_get(client: httpx.Client) -> None:
    parameters = {"query": "query($n: String!) { greeting(name: $n) }", "variables": '{"n": "you"}'}

    response = client.get("/graphql", params=parameters)

    assert response.json() == {"data": {"greeting": "Hello, you"}}


def test_a_mutation_by_get_is_refused_and_not_run(client: httpx.Client) -> None:
    response = client.get("/graphql", params={"query": "mutation { touch }"})

    assert response.status_code == 405
    assert response.headers["allow"] == "POST"
    assert "data" not in response.json()


def test_a_mutation_by_post_runs(client: httpx.Client) -> None:
    assert post(client, "mutation { touch }").json() == {"data": {"touch": "touched"}}


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{ greeting", "GRAPHQL_PARSE_FAILED"),
        ("{ unknown }", "GRAPHQL_VALIDATION_FAILED"),
        ("query A { greeting } query B { greeting }", "GRAPHQL_VALIDATION_FAILED"),
        ("fragment F on Query { greeting }", "GRAPHQL_VALIDATION_FAILED"),
        ("query($n: String!) { greeting(name: $n) }", "GRAPHQL_VALIDATION_FAILED"),
    ],
)
@pytest.mark.parametrize(("accept", "status"), [(GRAPHQL, 400), (JSON, 200)])
def test_a_request_error_has_no_data_and_the_status_of_its_media_type(
    client: httpx.Client, query: str, code: str, accept: str, status: int
) -> None:
    response = post(client, query, accept)

    assert response.status_code == status
    assert "data" not in response.json()
    assert response.json()["errors"][0]["extensions"]["code"] == code


def test_an_operation_name_that_is_not_there_is_named(client: httpx.Client) -> None:
    response = post(client, "query A { greeting }", operationName="B")

    assert response.json()["errors"][0]["message"] == "The document has no operation named `B`."


@pytest.mark.parametrize("accept", ["image/png", "application/json;q=0"])
def test_an_answer_in_no_acceptable_form_is_refused(client: httpx.Client, accept: str) -> None:
    assert post(client, "{ greeting }", accept).status_code == 406


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_not_allowed(client: httpx.Client, method: str) -> None:
    response = client.request(method, "/graphql")

    assert response.status_code == 405
    assert "POST" in response.headers["allow"]


def test_an_operation_that_takes_too_long_is_stopped(client: httpx.Client) -> None:
    response = post(client, "{ endless }")

    assert response.status_code == 504
    (error,) = response.json()["errors"]
    assert error["extensions"]["code"] == "TIMEOUT"
    assert "once more where the service has only just begun" in error["message"]


def test_answers_are_not_kept_by_caches(client: httpx.Client) -> None:
    assert post(client, "{ greeting }").headers["cache-control"] == "no-store"
