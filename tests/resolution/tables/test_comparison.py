"""Features of pairs: the same bits in any batches, 0 where nothing is known, products of both."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from resolution.tables.api import Table, table_of
from resolution.tables.comparison import Comparison, feature_names
from resolution.tables.fields import Field, Fields

_FIELDS = Fields(
    "id",
    (
        Field("name", "String", "name", has_missing=True),
        Field("city", "Exact", "city", has_missing=True),
        Field("", "Interaction", "both", options={"variables": ["name", "city"]}),
    ),
)
_VALUES = st.one_of(st.none(), st.text("abc", min_size=1, max_size=6))
_ROWS = st.lists(st.fixed_dictionaries({"name": _VALUES, "city": _VALUES}), min_size=2, max_size=9)


def _table(rows: list[dict[str, str | None]]) -> Table:
    return table_of(_FIELDS, [{"id": str(number), **row} for number, row in enumerate(rows)])


@given(_ROWS, st.integers(1, 5))
def test_batches_of_any_size_give_the_same_bits(
    rows: list[dict[str, str | None]], size: int
) -> None:
    table = _table(rows)
    comparison = Comparison(table.records, table.variables)
    left, right = np.triu_indices(len(rows), 1)

    whole = comparison.features(left, right)
    parts = [
        comparison.features(left[begin : begin + size], right[begin : begin + size])
        for begin in range(0, len(left), size)
    ]

    assert np.vstack(parts).tobytes() == whole.tobytes()


def test_what_is_missing_on_one_side_counts_0_and_is_not_known() -> None:
    table = _table([{"name": "anna", "city": "rome"}, {"name": "anna", "city": None}])
    comparison = Comparison(table.records, table.variables)

    [row] = comparison.features(np.array([0]), np.array([1]))

    assert dict(zip(feature_names(table.variables), row.tolist(), strict=True)) == {
        "name": 0.5,
        "city": 0.0,
        "name * city": 0.0,
        "name: both known": 1.0,
        "city: both known": 0.0,
        "both: both known": 0.0,
    }


def test_a_product_is_that_of_its_factors() -> None:
    table = _table([{"name": "anna", "city": "rome"}, {"name": "anne", "city": "rome"}])
    comparison = Comparison(table.records, table.variables)

    [row] = comparison.features(np.array([0]), np.array([1]))

    # Three letters match for 1 each, one does not for 11; eight letters in all.
    assert row.tolist() == [1.75, 1.0, 1.75, 1.0, 1.0, 1.0]


def test_no_pairs_have_no_features() -> None:
    table = _table([{"name": "anna", "city": "rome"}] * 2)
    nothing = np.empty(0, np.int64)

    found = Comparison(table.records, table.variables).features(nothing, nothing)

    assert found.shape == (0, 6)
