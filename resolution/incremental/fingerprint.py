"""What the engine is: a hash of its code and tables.

What an earlier run derived stands only as long as the same engine would derive it again.
"""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

import actors
import resolution

_LIBRARIES = ("anyascii", "countryguess", "duckdb", "numpy", "rapidfuzz")
"""Those whose answers names, keys and scores are made of."""


@cache
def engine_fingerprint() -> str:
    """Return 32 hexadecimal digits that change with every file of the engine."""
    digest = hashlib.sha256()
    for package in (actors, resolution):
        folder = Path(package.__path__[0])
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(f"{path.relative_to(folder)}\0".encode())
                digest.update(path.read_bytes())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\0".encode())
    return digest.hexdigest()[:32]
