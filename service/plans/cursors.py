"""Cursors: where a row stands in its order, opaque to clients.

A cursor holds the values a row is ordered by, not its position, so that it stays valid while rows
come and go; and a mark of the order, so that it is refused where rows are ordered otherwise.
"""

import binascii
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from typing import TypeGuard

import orjson

from actors.errors import RequestError
from service.plans.mapping import Key

_LONGEST_CURSOR = 4096


def order_mark(keys: Sequence[Key]) -> int:
    """Return a number that tells orders apart."""
    return zlib.crc32("|".join(f"{key.cypher}{key.descending}" for key in keys).encode())


def encoded(values: Sequence[object], keys: Sequence[Key]) -> str:
    """Return the cursor of a row whose keys have these values."""
    return urlsafe_b64encode(orjson.dumps([order_mark(keys), *values])).decode().rstrip("=")


def decoded(cursor: str, keys: Sequence[Key]) -> list[str | int]:
    """Return the values a cursor holds; anything but a cursor of this order is refused."""
    try:
        padding = "=" * (-len(cursor) % 4)
        mark, *values = orjson.loads(
            urlsafe_b64decode(cursor.encode("ascii") + padding.encode())
            if len(cursor) <= _LONGEST_CURSOR
            else b""
        )
    except (ValueError, TypeError, binascii.Error):
        mark, values = None, list[object]()
    bounds = [value for value, key in zip(values, keys, strict=False) if _can_bound(value, key)]
    if mark != order_mark(keys) or not len(bounds) == len(values) == len(keys):
        raise RequestError(
            f"{cursor[:40]!r} is not a cursor of this list and order; pass a cursor or "
            "endCursor that the same field answered with the same orderBy"
        )
    return bounds


def _can_bound(value: object, key: Key) -> TypeGuard[str | int]:
    """Whether the database can compare the key with it: only like with like, and 64 bits."""
    if key.is_number:
        return type(value) is int and abs(value) < 1 << 63
    return isinstance(value, str)
