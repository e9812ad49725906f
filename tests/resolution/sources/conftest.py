from collections.abc import Callable
from pathlib import Path

import pytest

from actors.records import Source
from resolution.sources import default_source

Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file into the test's folder and return its path."""

    def put(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return put


@pytest.fixture
def ofac_source() -> Source:
    return default_source("ofac-sdn", "us-ofac-sdn")
