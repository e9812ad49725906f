"""What numba looks for when it starts and no loop here needs: not found, by whom it would delay.

Linear algebra alone, for products of matrices, takes longer to import than all of ours. A finder
refuses these libraries, and only to the thread that is about to load machine code: another that
imports them at that moment gets them. It stays among the finders, since to take one out while
another thread asks them in turn would make that thread skip one.
"""

import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from types import ModuleType

_NEEDLESS = frozenset({"scipy.linalg", "scipy.linalg.cython_blas", "cffi"})


class _Refusal(MetaPathFinder, threading.local):
    """Whether a thread is refused; each has its own answer."""

    is_on = False

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> None:
        """Refuse what is needless, or leave the search to other finders."""
        if self.is_on and fullname in _NEEDLESS:
            raise ModuleNotFoundError(f"{fullname} is left out here", name=fullname)


_REFUSAL = _Refusal()


@contextmanager
def needless_left_out() -> Iterator[None]:
    """Find none of these libraries from this thread, unless they have been imported already."""
    if _REFUSAL not in sys.meta_path:
        sys.meta_path.insert(0, _REFUSAL)
    was_on, _REFUSAL.is_on = _REFUSAL.is_on, True
    try:
        yield
    finally:
        _REFUSAL.is_on = was_on
