"""Compiled plans answer as plain resolvers do, whatever is asked."""

import re
from typing import Any

from asking import Service
from crowd import crowd
from hypothesis import HealthCheck, assume, given, settings
from plain_resolvers import plain_answer
from query_generator import queries
from world import World

from service.plans.cost import TooCostly
from service.schema import schema

CURSOR = re.compile("Wz[0-9A-Za-z_-]{10,}")  # "[" and a number, in base 64
WORLD = crowd(seed=7, size=25)
STRINGS = {
    "date": ("2024-12-16", "2024-12-17", "2020-01-01", "1999-01-01"),
    "country": ("kp", "RU", "xx"),
    "name": ("kim", "cho yo", "ri chang", "bank of", "ÉMILE", "김영", "", "zzz"),
    "source": ("s0", "s1", "none"),
    "authority": ("authority:a0", "authority:a1", "authority:none"),
    "programme": ("P", "Q", "programme:a0:P", "none"),
    "legalBasis": ("E.O. 1", "E.O. 2", "none"),
    "scheme": ("imo", "passport", "IMO "),
    "value": ("1", "2", "IMO 3", "4", "9"),
    "field": ("birthDate", "flag", "none"),
}
IDS = [*sorted(WORLD.nodes), "E-NONE", "none", "M-NONE", *(f"E-{i}X1" for i in range(9))]


@given(drawn=queries(schema._schema, STRINGS, IDS))
@settings(
    max_examples=100,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.function_scoped_fixture,
        HealthCheck.data_too_large,
    ],
)
def test_compiled_plans_answer_as_plain_resolvers_do(
    drawn: tuple[str, dict[str, Any]], service: Service, crowded: World
) -> None:
    query, variables = drawn

    compiled = service.ask(query, **variables)
    assume(not any(isinstance(e.original_error, TooCostly) for e in compiled.errors or ()))
    plain = plain_answer(crowded, query, variables)

    assert bool(compiled.errors) == bool(plain.errors), (compiled.errors, plain.errors)
    if not compiled.errors:
        assert in_order(without_cursors(compiled.data)) == in_order(without_cursors(plain.data))


def without_cursors(value: Any) -> Any:
    """Replace cursors, which only the service can write, by the twin's."""
    if isinstance(value, dict):
        return {name: without_cursors(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [without_cursors(inner) for inner in value]
    return "opaque" if isinstance(value, str) and CURSOR.fullmatch(value) else value


def in_order(value: Any) -> Any:
    """Make the order of keys count."""
    if isinstance(value, dict):
        return [(key, in_order(inner)) for key, inner in value.items()]
    return [in_order(inner) for inner in value] if isinstance(value, list) else value
