"""A hash of what a run wants to be in the graph, so that it writes only what differs."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def row_hash(row: Mapping[str, Any]) -> str:
    """Return 32 hexadecimal digits that depend on every key and value."""
    written = json.dumps(row, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:32]
