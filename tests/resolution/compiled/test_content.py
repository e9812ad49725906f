"""What a loop is made of: no change of it may go unseen, and nothing else may seem a change."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from resolution.compiled import compiled
from resolution.compiled.content import digest

LOOP = "def loop(numbers): return [step(one) for one in numbers]"
STEP = "def step(number): return number + MORE"


def loop(source: str = LOOP, step: str = STEP, **module: object) -> Callable[..., Any]:
    """Define a loop that calls a step, with what else its module holds."""
    names: dict[str, Any] = {"MORE": 1, **module}
    exec(step, names)
    names["step"] = compiled(names["step"])
    exec(source, names)
    made: Callable[..., Any] = names["loop"]
    return made


def test_the_same_loop_has_the_same_digest() -> None:
    assert digest(loop()) == digest(loop())


@pytest.mark.parametrize(
    "changed",
    [
        loop("def loop(numbers): return [step(one) for one in numbers[1:]]"),
        loop("def loop(numbers): return [step(one + 1) for one in numbers]"),
        loop(step="def step(number): return number - MORE"),
        loop(step="def step(number): return number + MORE + 2"),
        loop(MORE=2),
    ],
    ids=["its code", "its comprehension", "what it calls", "a constant in that", "a number there"],
)
def test_every_change_of_what_it_is_made_of_shows(changed: Callable[..., Any]) -> None:
    assert digest(changed) != digest(loop())


def test_the_order_of_a_records_fields_shows() -> None:
    def record(*names: str) -> type:
        return NamedTuple("Record", [(name, int) for name in names])  # type: ignore[misc]

    def reading(kind: type) -> Callable[..., Any]:
        return loop("def loop(one: Record): return step(one.first)", Record=kind)

    assert digest(reading(record("first", "last"))) == digest(reading(record("first", "last")))
    assert digest(reading(record("first", "last"))) != digest(reading(record("last", "first")))


def test_where_something_lies_in_memory_is_no_change() -> None:
    one, other = loop(MORE=lambda: 1), loop(MORE=lambda: 1)

    assert digest(one) == digest(other)


def test_a_loop_that_calls_itself_has_a_digest() -> None:
    names: dict[str, Any] = {}
    exec("def fall(number): return fall(number - 1) if number else 0", names)
    names["fall"] = compiled(names["fall"])

    assert digest(names["fall"].py_func)
