"""The laws that all types of our own keep: PersonName, OrganizationName, Date and the others."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_types import findings, variable

from resolution.tables.records import MISSING, column_of

OWN = ("PersonName", "OrganizationName", "Date", "Identifier", "Country", "Address", "Vessel")
CELLS = [
    "KIM, Yong-chol", "Kim Yongchol", "김영철", "Dr. J. Smith", "Smith, John", "William Smyth",
    "Bill Smith", "IRGC", "IRGC Navy", "Novy Mir LLC", "Новый Мир", "MV Ocean Star III",
    "ocean star 3", "12 Main St.", "14 main street, Oak Park 60302", "1962-02-18", "18/02/1962",
    "Feb 1962", "c. 1962", "1962", "1962-01-01", "1962-13-45", "0001", "000", "9074729",
    "IMO 9074792", "Russia; North Korea", "DPRK", "kp", "Wonderland", "AB-123 456", "", " ", ",",
]  # fmt: skip
cells = st.sampled_from(CELLS) | st.text(max_size=20)
types = pytest.mark.parametrize("of_type", OWN)
# How rare a value is has no bound but the table's size: 1 is one in a million. Words are counted.
UNBOUNDED = ("evidence", "rarity", "further")


@types
@given(st.data())
def test_reading_twice_is_reading_once(of_type: str, data: st.DataObject) -> None:
    read = variable(of_type).read

    value = read(data.draw(cells))

    assert value is None or read(value) == value


@types
@given(st.data())
def test_sides_and_the_order_of_records_do_not_matter(of_type: str, data: st.DataObject) -> None:
    one = variable(of_type)
    values = [one.read(cell) for cell in data.draw(st.lists(cells, min_size=2, max_size=8))]
    column, turned = column_of(values), column_of(values[::-1])
    pairs = [
        (left, right)
        for left in range(len(values))
        for right in range(len(values))
        if values[left] is not None and values[right] is not None
    ]
    left, right = np.array(pairs, dtype=np.int64).reshape(-1, 2).T

    found = one.comparer(column)(column.numbers[left], column.numbers[right])

    compare = one.comparer(turned)
    last = len(values) - 1
    np.testing.assert_array_equal(
        found, compare(turned.numbers[last - right], turned.numbers[last - left])
    )
    for name, values_found in zip(one.features, found.T, strict=True):
        assert (values_found >= 0).all(), name
        assert name.endswith(UNBOUNDED) or (values_found <= 1).all(), name


@types
@given(st.data())
def test_what_is_missing_is_neither_the_same_nor_different(
    of_type: str, data: st.DataObject
) -> None:
    told = data.draw(cells)

    assert set(findings(of_type, "1962", told, None).values()) == {0.0}
    assert set(findings(of_type, "1962", None, told).values()) == {0.0}


@types
@given(st.data())
def test_equal_values_speak_for_a_match_alone_and_share_every_key(
    of_type: str, data: st.DataObject
) -> None:
    one = variable(of_type)
    told = data.draw(cells.filter(lambda cell: one.read(cell) is not None))

    found = findings(of_type, "1950", "Abc", told, told)

    against = {name.removeprefix("column: ") for name in one.against}
    assert {found[name] for name in against} <= {0.0}
    assert any(value > 0 for value in found.values())
    for name, function in one.predicates.items():
        keys = list(function(one.read(told)))
        assert all(isinstance(key, str) for key in keys), name
        assert len(set(keys)) == len(keys), name


@types
def test_each_finding_has_at_most_one_sign(of_type: str) -> None:
    one = variable(of_type)

    assert one.against | one.in_favour <= set(one.features)
    assert not one.against & one.in_favour
    assert one.against


@types
def test_a_missing_column_is_compared_as_nothing(of_type: str) -> None:
    one = variable(of_type)
    column = column_of([None, None])

    assert (column.numbers == MISSING).all()
    assert one.comparer(column)(np.array([], np.int64), np.array([], np.int64)).shape == (
        0,
        len(one.features),
    )


def test_one_value_that_many_records_share_proves_less() -> None:
    crowd = ["Smith"] * 20

    for of_type in ("PersonName", "Address", "Identifier"):
        common = findings(of_type, *crowd, "Szymborska", "smith", "Smith")
        rare = findings(of_type, *crowd, "Szymborska", "Szymborska")

        assert common["rarity"] < rare["rarity"]
