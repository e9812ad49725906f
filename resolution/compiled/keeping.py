"""Machine code kept on disk: numba's own files, told apart by all that a function is made of.

Numba watches only the file in which a function stands; a change of what it calls elsewhere would go
unseen, and all functions that call one another had to stand in one file. Here the digest of a
function's content is part of the key (see `content`).

Numba puts the files beside the module, or else in the user's cache folder; NUMBA_CACHE_DIR names
another. Where none can be written, each process compiles for itself; damaged files are forgotten.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from typing import Any

from numba.core.caching import FunctionCache, NullCache
from numba.core.runtime.nrt import rtsys

from resolution.compiled.content import digest
from resolution.compiled.needless import needless_left_out
from resolution.compiled.undisturbed import let_it_finish


class Kept:
    """What numba asks for a function's machine code; it looks for a place at the first call."""

    def __init__(self, function: Callable[..., object]) -> None:
        self._function = function

    @cached_property
    def _files(self) -> Any:  # noqa: ANN401  # numba has no types
        try:
            return _Files(self._function)  # type: ignore[no-untyped-call]
        except (RuntimeError, OSError):  # no place on disk may be written
            return NullCache()

    @property
    def cache_path(self) -> str | None:
        """The folder of the files."""
        path: str | None = self._files.cache_path
        return path

    def load_overload(self, signature: object, target: object) -> object:
        """Return machine code for arguments of these types, None where it is still to be made."""
        with needless_left_out():
            let_it_finish(target.codegen()._engine)  # type: ignore[attr-defined]  # noqa: SLF001
            found = self._found(signature, target)
            if found is None:
                target.refresh()  # type: ignore[attr-defined]  # else compiling would load them
        return found

    def save_overload(self, signature: object, code: object) -> None:
        """Keep machine code, where the disk takes it."""
        with suppress(OSError):
            self._files.save_overload(signature, code)

    def _found(self, signature: object, target: object) -> object:
        try:
            return self._files.load_overload(signature, target)
        except Exception:  # noqa: BLE001  # a damaged file raises whatever its bytes happen to say
            with suppress(OSError):
                self._files.flush()
            return None


class _Files(FunctionCache):
    def load_overload(self, signature: object, target: object) -> object:
        """Load machine code without what numba needs to make some: half of its start."""
        rtsys.initialize(target)  # the functions that machine code itself calls
        return self._load_overload(signature, target)  # type: ignore[no-untyped-call]

    def _index_key(self, signature: object, codegen: object) -> tuple[object, ...]:
        key: tuple[object, ...] = super()._index_key(signature, codegen)  # type: ignore[no-untyped-call]
        return (*key, digest(self._py_func))
