import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from resolution.learning.tables.remembered import Remembered


@given(st.lists(st.lists(st.integers(0, 50), unique=True), max_size=6))
def test_pairs_keep_the_value_they_came_with_first(rounds: list[list[int]]) -> None:
    remembered, first = Remembered(), {}
    for number, codes in enumerate(rounds):
        found = np.array(codes, dtype=np.int64)
        new = found[remembered.lacks(found)]
        assert set(new.tolist()) == set(codes) - first.keys()
        first.update((code, code + number / 10) for code in new.tolist())
        remembered.add(new, new + number / 10)
        assert remembered.of(found).tolist() == [first[code] for code in codes]
    assert remembered.codes.tolist() == sorted(first)
