from datetime import date, datetime
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolution.tables.files.cells import cell_of, cells_of, cells_of_column


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, None),
        ("  ", None),
        (" Anna\u00a0", "Anna"),
        (7, "7"),
        (7.0, "7"),
        (7.25, "7.25"),
        (float("nan"), None),
        (True, "true"),
        (Decimal("1.50"), "1.50"),
        (date(1971, 6, 24), "1971-06-24"),
        (datetime(1971, 6, 24), "1971-06-24"),  # noqa: DTZ001
        (datetime(1971, 6, 24, 12), "1971-06-24T12:00:00"),  # noqa: DTZ001
        (["b", None, " a ", 3], ("b", "", "a", "3")),
        ([], None),
        ([None, ""], None),
    ],
)
def test_a_value_of_any_format_becomes_its_text(value: object, cell: object) -> None:
    assert cell_of(value) == cell


@pytest.mark.parametrize("value", [{"x": 1}, b"bytes", [["nested"]]])
def test_objects_bytes_and_nested_lists_are_no_cells(value: object) -> None:
    with pytest.raises(TypeError):
        cell_of(value)


values = st.lists(st.one_of(st.none(), st.text(max_size=3), st.sampled_from(["x", " x ", ""])))


@given(values, st.integers(1, 4))
def test_an_arrow_column_numbers_its_cells_as_plain_values_do(
    column: list[str | None], chunk: int
) -> None:
    parts = [column[first : first + chunk] for first in range(0, len(column), chunk)]
    arrow = pa.chunked_array([pa.array(part, pa.string()) for part in parts], pa.string())

    for encoded in (arrow, arrow.dictionary_encode()):
        found, plain = cells_of_column(encoded), cells_of(column)

        assert list(found.distinct) == list(plain.distinct)
        assert np.array_equal(found.numbers, plain.numbers)


def test_a_column_of_nothing_or_of_lists_is_read_too() -> None:
    nothing = cells_of_column(pa.chunked_array([pa.nulls(2)]))
    lists = cells_of_column(pa.chunked_array([pa.array([["a", "b"], None, ["a", "b"]])]))

    assert nothing.distinct == []
    assert list(nothing.numbers) == [-1, -1]
    assert lists.distinct == [("a", "b")]
    assert list(lists.numbers) == [0, -1, 0]
