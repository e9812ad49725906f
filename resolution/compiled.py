"""Loops over numbers, compiled by numba at first call and kept on disk for later processes.

Where there is no place on disk that may be written, each process compiles for itself.

What is compiled takes and returns numbers and numpy arrays only, opens nothing, and is held in
tests against a plain version. Sums keep their order: no fast mathematics, no threads.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import ParamSpec, TypeVar

import numba

_Parameters = ParamSpec("_Parameters")
_Answer = TypeVar("_Answer")


def compiled(function: Callable[_Parameters, _Answer]) -> Callable[_Parameters, _Answer]:
    """Return the function as machine code."""
    kernel: Callable[_Parameters, _Answer] = numba.njit(cache=False)(function)
    # Numba finds no place to keep it: neither beside the module nor in a home.
    with suppress(RuntimeError, OSError):
        kernel.enable_caching()  # type: ignore[attr-defined]
    return kernel
