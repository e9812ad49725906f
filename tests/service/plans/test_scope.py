from hypothesis import given
from hypothesis import strategies as st

from service.plans.scope import Scope


@given(st.text())
def test_a_value_becomes_a_parameter_whatever_it_says(value: str) -> None:
    scope = Scope()

    filled = scope.fill("@this.id = $value", {"this": "v9"}, {"value": value})

    assert filled == "v9.id = $p0"
    assert scope.parameters == {"p0": value}


def test_a_role_nobody_bound_gets_a_variable_of_its_own() -> None:
    scope, roles = Scope(), {"this": "v9"}

    first = scope.fill("(@this)-[:IN]->(@that)", roles)
    second = scope.fill("(@this)-[:IN]->(@that)", {"this": "v9"})

    assert first != second
    assert roles["that"] in first


def test_one_argument_is_one_parameter_however_often_it_stands() -> None:
    scope = Scope()

    assert scope.fill("$type IS NULL OR x IN $type", {}, {}) == "$p0 IS NULL OR x IN $p0"
