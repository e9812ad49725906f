"""Who hangs together where there are few, and where there are many."""

import numpy as np
import pytest

from resolution.tables.hanging import MANY_RECORDS, hanging_together

THRESHOLD = 0.5


def components_of(size: int, bridge: float) -> int:
    """Count the components of couples scored .9, each bridged to the next."""
    couples = [(one, one + 1, 0.9) for one in range(0, size, 2)]
    bridges = [(one, one + 1, bridge) for one in range(1, size - 1, 2)]
    left, right, scores = zip(*couples, *bridges, strict=True)
    found = hanging_together(
        size, np.array(left), np.array(right), np.array(scores), threshold=THRESHOLD
    )
    return len(set(found.tolist()))


@pytest.mark.parametrize(
    ("size", "needed"),
    [
        (MANY_RECORDS, 1 / 2),
        (MANY_RECORDS * 5 // 4, 5 / 9),
        (MANY_RECORDS * 2, 2 / 3),
        (MANY_RECORDS * 4, 4 / 5),
    ],
)
def test_the_odds_that_hold_many_together_rise_as_they_do(size: int, needed: float) -> None:
    """At a threshold of .5 the odds needed are records / 400, from even on."""
    assert components_of(size, needed + 1e-6) == 1
    assert components_of(size, max(needed - 1e-6, THRESHOLD)) == (
        1 if needed == THRESHOLD else size // 2
    )


def test_one_record_more_asks_for_hardly_more() -> None:
    assert components_of(MANY_RECORDS + 2, 0.502) == 1
    assert components_of(MANY_RECORDS + 2, 0.501) == MANY_RECORDS // 2 + 1
