"""What a compiled function is made of, as a digest: its code, and that of all it calls.

Numba takes what a function finds in its module as it stands when it compiles: numbers, records,
other compiled functions. Each is part of the digest, wherever it was written.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from types import CodeType, ModuleType
from typing import Any

from numba.core.dispatcher import Dispatcher

# Where something lies in memory tells nothing of it.
_ADDRESS = re.compile(r" at 0x[0-9a-f]+")


def digest(function: Callable[..., object]) -> str:
    """Return the same text as long as nothing changes of what the function is made of."""
    found = sha256()
    for part in _parts(function, set()):
        found.update(part.encode())
        found.update(b"\0")
    return found.hexdigest()


def _parts(function: Any, seen: set[object]) -> Iterator[str]:  # noqa: ANN401  # any function
    if function in seen:
        return
    seen.add(function)
    for kind in function.__annotations__.values():
        yield _told(kind)
    yield repr(function.__defaults__)
    for code in _codes(function.__code__):
        yield code.co_code.hex()
        yield repr([one for one in code.co_consts if not isinstance(one, CodeType)])
        for name in code.co_names:
            yield name
            yield from _found(name, function.__globals__, seen)


def _codes(code: CodeType) -> Iterator[CodeType]:
    """Yield the code and that of the comprehensions in it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _found(name: str, module: Mapping[str, object], seen: set[object]) -> Iterator[str]:
    value = module.get(name)
    if isinstance(value, Dispatcher):
        yield from _parts(value.py_func, seen)
    elif value is not None and not isinstance(value, ModuleType):
        yield _told(value)


def _told(value: object) -> str:
    """Return a value as text; of a record's class also the order of its fields."""
    return f"{_ADDRESS.sub('', repr(value))} {getattr(value, '_fields', '')}"
