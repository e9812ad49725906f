"""Bounds on documents, and that fragments do not hide what they unfold to."""

import pytest
from graphql import get_introspection_query
from hypothesis import given
from hypothesis import strategies as st

from service.http.limits import LimitExceeded, Limits, operation_types

LIMITS = Limits()


def nested(levels: int) -> str:
    return "{ again " * levels + "{ greeting }" + "}" * levels


def bombs(fragments: int) -> str:
    """Each fragment spreads the next one twice: 2 ** fragments fields."""
    chain = "".join(
        f"fragment F{n} on Query {{ ...F{n + 1} again {{ ...F{n + 1} }} }}"
        for n in range(fragments)
    )
    return f"{{ ...F0 }} {chain} fragment F{fragments} on Query {{ greeting }}"


def test_the_introspection_query_is_within_every_bound() -> None:
    query = get_introspection_query(
        specified_by_url=True, directive_is_repeatable=True, input_value_deprecation=True
    )

    assert operation_types(query, LIMITS)


@pytest.mark.parametrize(
    ("query", "bound"),
    [
        ("{" + " greeting" * 6_000 + "}", "characters"),
        ("{" + " again" * 2_001 + "}", "tokens"),
        ("{ again" * 950, "levels"),
        (nested(25), "levels"),
        ("{" + "".join(f" a{n}: greeting" for n in range(51)) + "}", "aliases"),
        ("{" + " greeting" * 1_001 + "}", "fields"),
        (bombs(20), "fields"),
        ("{ ...F ...F } fragment F on Query {" + " greeting" * 501 + "}", "fields"),
    ],
)
def test_a_document_past_a_bound_is_refused_by_its_name(query: str, bound: str) -> None:
    with pytest.raises(LimitExceeded, match=bound):
        operation_types(query, LIMITS)


def test_a_document_at_a_bound_is_accepted() -> None:
    aliased = "{" + "".join(f" a{n}: greeting" for n in range(50)) + "}"

    assert operation_types(aliased, LIMITS)
    assert operation_types(nested(24), LIMITS)


def test_a_fragment_within_itself_is_left_to_validation() -> None:
    assert operation_types("{ ...F } fragment F on Query { again { ...F } }", LIMITS)


@given(st.integers(min_value=15, max_value=80))
def test_a_document_that_unfolds_without_end_is_refused_before_it_unfolds(fragments: int) -> None:
    with pytest.raises(LimitExceeded):
        operation_types(bombs(fragments), LIMITS)
