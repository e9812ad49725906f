"""Distances of dedupe's types are dedupe's, with its products and its marks of missing values."""

from collections.abc import Mapping, Sequence
from typing import Any

import dedupe
import numpy as np
import pytest
from dedupe.datamodel import DataModel
from hypothesis import example, given
from hypothesis import strategies as st

from actors.errors import FieldsError
from resolution.tables.comparison import Comparison, feature_names
from resolution.tables.fields import Field, Fields, parsed_fields
from resolution.tables.records import Records, column_of
from resolution.tables.variables import variables_of
from resolution.tables.variables.stock import COMPARATORS

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=25)
_ALIKE = st.text("ab é김𝒳", min_size=1, max_size=12)
_OPTIONAL = st.one_of(st.none(), _ALIKE, _TEXTS)
_CORPUS = ["a b", "a é", "b", "a 김 a"]
_OURS = (
    Field("name", "String", "name"),
    Field("street", "ShortString", "street", has_missing=True),
    Field("note", "Text", "note", has_missing=True, options={"corpus": _CORPUS}),
    Field("note", "Text", "plain note", has_missing=True),
    Field("code", "Exact", "code", has_missing=True),
    Field("kind", "Categorical", "kind", has_missing=True, options={"categories": [*"xyz"]}),
    Field("there", "Exists", "there"),
    Field("parts", "Set", "parts", has_missing=True, options={"corpus": [["a", "b"], ["a"]]}),
    Field("price", "Price", "price", has_missing=True),
    Field("place", "LatLong", "place", has_missing=True),
    Field("name", "Custom", "jaro", options={"comparator": "jaro_winkler"}),
    Field("", "Interaction", "both", options={"variables": ["name", "code"]}),
    Field("", "Interaction", "three", options={"variables": ["price", "kind", "name"]}),
)
_THEIRS = (
    dedupe.variables.String("name", name="name"),
    dedupe.variables.ShortString("street", name="street", has_missing=True),
    dedupe.variables.Text("note", corpus=_CORPUS, name="note", has_missing=True),
    dedupe.variables.Text("note", name="plain note", has_missing=True),
    dedupe.variables.Exact("code", name="code", has_missing=True),
    dedupe.variables.Categorical("kind", categories=[*"xyz"], name="kind", has_missing=True),
    dedupe.variables.Exists("there", name="there"),
    dedupe.variables.Set("parts", corpus=[["a", "b"], ["a"]], name="parts", has_missing=True),
    dedupe.variables.Price("price", name="price", has_missing=True),
    dedupe.variables.LatLong("place", name="place", has_missing=True),
    dedupe.variables.Custom("name", comparator=COMPARATORS["jaro_winkler"], name="jaro"),
    dedupe.variables.Interaction("name", "code"),
    dedupe.variables.Interaction("price", "kind", "name"),
)
_RECORDS = st.fixed_dictionaries(
    {
        "name": st.one_of(_ALIKE, _TEXTS),
        "street": _OPTIONAL,
        "note": _OPTIONAL,
        "code": st.one_of(st.none(), st.sampled_from("ab")),
        "kind": st.one_of(st.none(), st.sampled_from("xyz")),
        "there": st.one_of(st.none(), st.just("yes")),
        "parts": st.one_of(st.none(), st.lists(st.sampled_from("abcd"), min_size=1)),
        "price": st.one_of(st.none(), st.floats(-5, 1e9)),
        "place": st.one_of(st.none(), st.tuples(st.floats(-90, 90), st.floats(-180, 180))),
    }
)


def _records(fields: Fields, rows: Sequence[Mapping[str, Any]]) -> Records:
    return Records(
        [str(number) for number in range(len(rows))],
        {
            one.name: column_of([one.read(row[field.field]) for row in rows])
            for one, field in zip(variables_of(fields), fields.fields, strict=True)
            if field.field
        },
    )


def _as_dedupe_sees(fields: Fields, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, object]]:
    """Return the rows as values that were read; a missing value of Exists is None."""
    return [
        {
            field.field: one.read(row[field.field]) or None
            if field.type != "Price"
            else one.read(row[field.field])
            for one, field in zip(variables_of(fields), fields.fields, strict=True)
            if field.field
        }
        for row in rows
    ]


@given(st.lists(_RECORDS, min_size=2, max_size=6))
def test_features_are_dedupes(rows: list[dict[str, object]]) -> None:
    fields = Fields("id", _OURS)
    variables = variables_of(fields)
    left, right = np.triu_indices(len(rows), 1)
    seen = _as_dedupe_sees(fields, rows)
    pairs = [(seen[one], seen[other]) for one, other in zip(left, right, strict=True)]

    expected = DataModel(_THEIRS).distances(pairs)
    found = Comparison(_records(fields, rows), variables).features(left, right)

    # dedupe marks each of the three products with kinds; ours share one mark.
    width = sum(len(one.features) for one in variables)
    np.testing.assert_allclose(found[:, :width], expected[:, :width], rtol=1e-6, atol=1e-6)
    marks = expected[:, width:]
    names = feature_names(variables)[width:]
    assert [name.removesuffix(": both known") for name in names] == [
        *("street", "note", "plain note", "code", "parts", "price", "place", "both", "three")
    ]
    np.testing.assert_array_equal(found[:, width:], marks[:, : len(names)])


@given(_ALIKE, _ALIKE)
@example("김영", "김")
def test_features_are_symmetric(one: str, other: str) -> None:
    fields = Fields("id", _OURS[:2])
    rows = [{"name": text, "street": text} for text in (one, other)]
    comparison = Comparison(_records(fields, rows), variables_of(fields))

    there = comparison.features(np.array([0]), np.array([1]))
    back = comparison.features(np.array([1]), np.array([0]))

    assert there.tobytes() == back.tobytes()


@pytest.mark.parametrize(
    ("field", "cell", "problem"),
    [
        (Field("price", "Price", "price"), "cheap", "is no number"),
        (Field("price", "Price", "price"), "1_0", "is no number"),
        (Field("price", "Price", "price"), "12 x 14", "is no number"),
        (Field("price", "Price", "price"), "inf", "is no finite number"),
        (Field("place", "LatLong", "place"), "39.0", "is not latitude and longitude"),
        (Field("place", "LatLong", "place"), "125.7,39.0", "is no place on earth"),
        (
            Field("kind", "Categorical", "kind", options={"categories": ["x", "y"]}),
            "z",
            "is none of",
        ),
    ],
)
def test_a_cell_that_states_no_such_value_is_told(field: Field, cell: str, problem: str) -> None:
    (variable,) = variables_of(Fields("id", (field,)))

    with pytest.raises(ValueError, match=problem):
        variable.read(cell)


def test_a_price_may_stand_with_its_currency() -> None:
    (price,) = variables_of(Fields("id", (Field("price", "Price", "price"),)))

    assert price.read("$1,299.00") == price.read("1299 USD") == price.read("1299") == 1299.0


def test_texts_are_compared_by_their_first_thousand_letters() -> None:
    fields = Fields("id", (Field("name", "String", "name"),))
    begin = "Orla Vane " * 100
    texts = [begin[:-1] + "x", begin + "y" * 30_000, begin, begin[:-1] + "z"]
    comparison = Comparison(
        _records(fields, [{"name": text} for text in texts]), variables_of(fields)
    )

    found = comparison.features(np.array([0, 0, 1]), np.array([1, 2, 2]))[:, 0]

    assert found[0] == found[1] > 0.5
    assert found[2] == 0.5


def test_a_definition_that_cannot_be_is_told_with_its_file_and_entry() -> None:
    entries = [
        {"field": "kind", "type": "Exact"},
        {"field": "name", "type": "Custom", "comparator": "os.system"},
    ]
    fields = parsed_fields({"id": "id", "fields": entries}, "people.json")

    with pytest.raises(
        FieldsError, match=r"people\.json: fields, entry 2 \(name\): a Custom needs"
    ):
        variables_of(fields)


@pytest.mark.parametrize(
    ("field", "problem"),
    [
        (Field("kind", "Categorical", "kind", options={"categories": ["x"]}), "needs categories"),
        (Field("name", "Custom", "name", options={"comparator": "os.system"}), "one of indel"),
        (Field("note", "Text", "note", options={"corpus": {"documents": 1}}), "corpus is neither"),
        (Field("", "Interaction", "both", options={"variables": ["a", "b"]}), "unknown variables"),
        (Field("", "Interaction", "both", options={"variables": ["a"]}), "at least two"),
        (Field("name", "Nmae", "name"), "No type of field is called Nmae"),
    ],
)
def test_a_definition_that_cannot_be_is_refused(field: Field, problem: str) -> None:
    fields = Fields("id", (field,))

    def prepare() -> Comparison:
        return Comparison(_records(fields, [{"note": "a"}]), variables_of(fields))

    with pytest.raises(FieldsError, match=problem):
        prepare()
