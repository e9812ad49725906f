"""Settings: read once, at the entry, from the environment; all mistakes told at once.

Each part receives only what it needs. docs/settings.md lists every field; a test holds it to that.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Self

from actors.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says; the defaults run everything on one machine."""

    neo4j_uri: str | None = None
    """Where Neo4j listens, as `bolt://localhost:7687`; without it the embedded one is used."""
    neo4j_username: str = "neo4j"
    neo4j_password: str | None = field(default=None, repr=False)
    neo4j_database: str = "neo4j"
    home: Path = Path(".dramatis")
    """The folder of the embedded Neo4j: data, logs, password."""
    cache: Path = Path("~/.cache/dramatis")
    """What can be fetched again and every home shares: the jars of the embedded Neo4j."""
    host: str = "127.0.0.1"
    port: int = 8000
    query_timeout_seconds: float = 10.0
    """How long one GraphQL request may take, in the database too."""
    allowed_origins: tuple[str, ...] = ()
    """Origins whose pages may query the service, separated by commas; none by default."""

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """Read every setting; a SettingsError lists all that are wrong, one a line."""
        values: dict[str, object] = {}
        problems: list[str] = []
        for name, variable in variables().items():
            written = environ.get(variable, "").strip()
            if not written:
                continue
            try:
                values[name] = _PARSERS.get(name, str)(written)
            except ValueError as error:
                problems.append(f"{variable}={_without_password(written)!r}: {error}")
        if values.get("neo4j_uri") and not values.get("neo4j_password"):
            problems.append("NEO4J_URI is set, NEO4J_PASSWORD is not: set both, or neither")
        if values.get("neo4j_password") and not environ.get("NEO4J_URI", "").strip():
            problems.append(
                "NEO4J_PASSWORD is set, NEO4J_URI is not: set both, or neither for the embedded "
                "Neo4j"
            )
        if problems:
            raise SettingsError("\n".join(problems))
        return cls(**values)  # type: ignore[arg-type]  # each parser returns its field's type


def variables() -> dict[str, str]:
    """Return the environment variable of every setting."""
    names = (each.name for each in fields(Settings))
    return {
        name: name.upper() if name.startswith("neo4j_") else f"DRAMATIS_{name.upper()}"
        for name in names
    }


def _uri(text: str) -> str:
    schemes = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
    if text.partition("://")[0] not in schemes or "://" not in text:
        message = f"expected one of {', '.join(schemes)}, then ://, as bolt://localhost:7687"
        raise ValueError(message)
    if "@" in text:
        message = "expected no user or password here: set NEO4J_USERNAME and NEO4J_PASSWORD"
        raise ValueError(message)
    return text


def _without_password(text: str) -> str:
    """Return what was written without what stands before a host; errors end in logs."""
    return re.sub(r"^([\w+]+://)?.*@", r"\1…@", text)


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        message = "expected a port from 1 to 65535"
        raise ValueError(message)
    return int(text)


def _seconds(text: str) -> float:
    message = "expected seconds from 0.1 to 600"
    try:
        seconds = float(text)
    except ValueError:
        raise ValueError(message) from None
    if not 0.1 <= seconds <= 600:
        raise ValueError(message)
    return seconds


def _origins(text: str) -> tuple[str, ...]:
    origins = tuple(origin.strip() for origin in text.split(",") if origin.strip())
    if not all(re.fullmatch(r"https?://[^/\s]+", origin) for origin in origins):
        message = "expected origins separated by commas, as https://app.example.org"
        raise ValueError(message)
    return origins


_PARSERS: Mapping[str, Callable[[str], object]] = {
    "allowed_origins": _origins,
    "neo4j_uri": _uri,
    "home": Path,
    "cache": Path,
    "port": _port,
    "query_timeout_seconds": _seconds,
}
