"""The minted password, and the form in which Neo4j takes it at its first start.

Neo4j reads `auth.ini` of an empty database, as `neo4j-admin` would have written it: the password
never stands on a command line, and there is no moment in which the default password opens the
door.
"""

import hashlib
import os
import secrets
import shutil
from pathlib import Path

from actors.errors import DatabaseError
from actors.graph.embedded.layout import Layout

USERNAME = "neo4j"
_ITERATIONS = 1024


def prepare_database(layout: Layout) -> None:
    """Make an empty database's password ready for its first start; leave a finished one alone.

    A first start that was killed may leave files that no later start can read. A database that
    never answered holds nothing, so it is begun again.
    """
    if layout.unfinished.exists():
        shutil.rmtree(layout.data)
        layout.data.mkdir()
    if any(layout.data.iterdir()):
        return
    layout.unfinished.touch()
    if not layout.password.exists():
        _write_private(layout.password, secrets.token_urlsafe(24))
    initial = layout.data / "dbms" / "auth.ini"
    initial.parent.mkdir()
    _write_private(initial, _credential(password_of(layout), secrets.token_bytes(32)))


def password_of(layout: Layout) -> str:
    """Return the minted password."""
    try:
        return layout.password.read_text(encoding="ascii")
    except FileNotFoundError:
        message = (
            f"The password of the embedded Neo4j is gone: put {layout.password} back, "
            "or remove all data by `dramatis db reset`"
        )
        raise DatabaseError(message) from None


def _credential(password: str, salt: bytes) -> str:
    digest = hashlib.sha256(salt + password.encode()).digest()
    for _ in range(_ITERATIONS - 1):
        digest = hashlib.sha256(digest).digest()
    return f"{USERNAME}:SHA-256,{digest.hex()},{salt.hex()},{_ITERATIONS}:\n"


def _write_private(path: Path, text: str) -> None:
    # Written beside and renamed: the file is never there for others, nor ever half-written.
    draft = path.with_name(f"{path.name}.draft")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text)
    draft.rename(path)
