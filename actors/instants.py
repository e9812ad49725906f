"""Instants as the graph writes them: in UTC, with Z behind, so that they sort as text does."""

from datetime import UTC, datetime


def now() -> str:
    """Return the present instant, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
