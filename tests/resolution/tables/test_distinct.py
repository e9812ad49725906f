"""Distinct pairs of values: each once, whichever side stands left, missing ones nowhere."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from resolution.tables.distinct import distinct_pairs

_NUMBERS = st.one_of(st.integers(-1, 4), st.integers(0, 2**31 - 1))


@given(st.lists(st.tuples(_NUMBERS, _NUMBERS)))
def test_each_distinct_pair_stands_once_and_every_pair_knows_its_place(
    pairs: list[tuple[int, int]],
) -> None:
    left, right = np.array(pairs, np.int32).reshape(-1, 2).T

    smaller, larger, places = distinct_pairs(left, right)

    found = list(zip(smaller.tolist(), larger.tolist(), strict=True))
    expected = [None if min(pair) < 0 else (min(pair), max(pair)) for pair in pairs]
    assert len(set(found)) == len(found)
    assert set(found) == set(expected) - {None}
    assert [None if place < 0 else found[place] for place in places] == expected
