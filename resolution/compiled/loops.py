"""Loops over numbers, compiled by numba at first call and kept on disk for later processes.

What is compiled takes and returns numbers and numpy arrays only, opens nothing, and is held in
tests against a plain version. Sums keep their order: no fast mathematics, no threads.
"""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

import numba

from resolution.compiled.keeping import Kept

_Parameters = ParamSpec("_Parameters")
_Answer = TypeVar("_Answer")


def compiled(function: Callable[_Parameters, _Answer]) -> Callable[_Parameters, _Answer]:
    """Return the function as machine code."""
    kernel: Callable[_Parameters, _Answer] = numba.njit(cache=False)(function)
    kernel._cache = Kept(function)  # type: ignore[attr-defined]  # noqa: SLF001  # numba's place for it
    return kernel
