import numpy as np
import pytest
from numba.core.caching import CacheImpl

from resolution.compiled import compiled


def total(numbers: np.ndarray) -> float:
    found = 0.0
    for number in numbers:
        found += number
    return found


def test_without_a_place_to_keep_it_a_loop_is_compiled_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(CacheImpl, "_locator_classes", [])

    kernel = compiled(total)

    assert kernel(np.array([1.0, 2.5])) == 3.5
    assert kernel.nopython_signatures, "it was compiled"  # type: ignore[attr-defined]


def test_a_loop_is_kept_on_disk_where_there_is_a_place() -> None:
    assert compiled(total).stats.cache_path  # type: ignore[attr-defined]
