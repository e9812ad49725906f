"""What decides: a hash of the code, the tables and the libraries that a run's results come from.

What an earlier run derived stands only as long as the same engine would derive it again. Code that
only reads, stores, serves or explains is no part of it: a change there leaves the next run small.
"""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from platform import python_version
from sys import stdlib_module_names
from unicodedata import unidata_version

import actors
import resolution
from resolution.incremental.imports import Closure, Packages, import_closure

DECIDING = (
    "actors.records.interchange",  # stored content to mentions
    "resolution.comparing",
    "resolution.resolving",
    "resolution.publishing.rows.entities",
    "resolution.publishing.rows.designations",
)
"""The stages that make what a later run takes over as it stands. What it makes anew each time, as
actions and relations, or knows another version of, as texts and models, need not be here."""

PACKAGES: Packages = {one.__name__: Path(one.__path__[0]) for one in (actors, resolution)}


@cache
def engine_fingerprint() -> str:
    """Return 32 hexadecimal digits that change with whatever decides."""
    return fingerprint(import_closure(DECIDING, PACKAGES))


def fingerprint(closure: Closure) -> str:
    """Return 32 hexadecimal digits that change with every file and version of a closure.

    Python is a library too: by its tables of characters names fold.
    """
    digest = hashlib.sha256()
    for module, file in sorted(closure.modules.items()):
        digest.update(f"{module}\0".encode() + file.read_bytes())
    for file in sorted(closure.data):
        digest.update(f"{file.name}\0".encode() + file.read_bytes())
    for library in sorted(closure.libraries - stdlib_module_names):
        digest.update(f"{library} {version(library)}\0".encode())
    digest.update(f"Python {python_version()}, Unicode {unidata_version}\0".encode())
    return digest.hexdigest()[:32]
