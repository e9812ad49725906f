"""Key functions of dedupe's types give what dedupe's own predicates give."""

from collections.abc import Mapping

import dedupe
import pytest
from dedupe.predicates import IndexPredicate, Predicate
from dedupe.variables.base import FieldType
from hypothesis import example, given
from hypothesis import strategies as st

from resolution.tables.fields import Field
from resolution.tables.variables import TYPES
from resolution.tables.variables.base import keys_of_missing

# Surrogates have no place in a database of dedupe's; everything else has.
_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
_WORDS = st.lists(
    st.sampled_from(["O'Neil", "12", "Straße", "0045", "b4", "김영철", "new-york", "٣", "¼"]),
    min_size=1,
).map(" ".join)
_ELEMENTS = st.lists(st.text(st.characters(exclude_characters="|", codec="utf-8"), max_size=5))
_NUMBERS = st.floats(-1e12, 1e12).filter(lambda number: number == 0 or abs(number) > 1e-9)


def _dedupes(variable: FieldType) -> Mapping[str, Predicate]:
    return {
        one.func.__name__ if one.type != "ExistsPredicate" else "Exists": one
        for one in variable.predicates
        if not isinstance(one, IndexPredicate)
    }


def _assert_same_keys(type_name: str, theirs: FieldType, value: object, **options: object) -> None:
    ours = TYPES[type_name](Field("field", type_name, "field", has_missing=True, options=options))
    read = ours.read(value)

    expected = {name: set(one({"field": read})) for name, one in _dedupes(theirs).items()}

    found = {
        name: set(keys_of_missing(name) if read is None else function(read))
        for name, function in ours.predicates.items()
    }
    assert found == expected


@pytest.mark.parametrize("type_name", ["String", "ShortString", "Text", "Exact"])
@given(value=st.one_of(st.none(), st.just(""), _TEXTS, _WORDS))
@example(value="...")
@example(value=" ")
@example(value="a\x1fb c")
def test_keys_of_text_are_dedupes(type_name: str, value: str | None) -> None:
    _assert_same_keys(
        type_name, getattr(dedupe.variables, type_name)("field", has_missing=True), value
    )


@given(value=st.one_of(st.none(), _ELEMENTS))
def test_keys_of_sets_are_dedupes(value: list[str] | None) -> None:
    _assert_same_keys("Set", dedupe.variables.Set("field", has_missing=True), value)


@given(value=st.one_of(st.none(), _NUMBERS))
@example(value=0)
@example(value=-25)
@example(value=0.0004)
def test_keys_of_prices_are_dedupes(value: float | None) -> None:
    _assert_same_keys("Price", dedupe.variables.Price("field", has_missing=True), value)


@given(value=st.one_of(st.none(), st.tuples(st.floats(-90, 90), st.floats(-180, 180))))
@example(value=(0.0, 0.0))
@example(value=(-0.01, 0.04))
def test_keys_of_coordinates_are_dedupes(value: tuple[float, float] | None) -> None:
    _assert_same_keys("LatLong", dedupe.variables.LatLong("field", has_missing=True), value)


@given(value=st.sampled_from([None, "", "person", "company"]))
def test_keys_of_categories_are_dedupes(value: str | None) -> None:
    categories = ["person", "company"]
    theirs = dedupe.variables.Categorical("field", categories=categories, has_missing=True)

    _assert_same_keys("Categorical", theirs, value, categories=categories)


@given(value=st.sampled_from([None, "", "there"]))
def test_keys_of_existence_are_dedupes(value: str | None) -> None:
    _assert_same_keys("Exists", dedupe.variables.Exists("field", has_missing=True), value)


def test_a_number_longer_than_python_reads_is_no_key() -> None:
    keys = TYPES["String"](Field("field", "String", "field")).predicates

    assert keys["commonIntegerPredicate"]("7" * 5000 + " 12") == ("12",)


def test_a_price_that_rounds_beyond_the_largest_number_has_a_key() -> None:
    keys = TYPES["Price"](Field("field", "Price", "field")).predicates

    assert keys["roundTo1"](1.7e308) == ("2e+308",)
    assert keys["roundTo1"](-1.7e308) == ("-2e+308",)


def test_only_who_may_miss_values_asks_whether_they_exist() -> None:
    assert "Exists" not in TYPES["String"](Field("field", "String", "field")).predicates
