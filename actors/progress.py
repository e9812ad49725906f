"""How long work tells how far it is, without knowing who watches."""

from typing import Protocol


class Progress(Protocol):
    """Receives stages one after another; each stage has at most one total."""

    def stage(self, name: str, total: int | None = None) -> None:
        """Begin a stage; the one before it has ended."""

    def advance(self, count: int = 1) -> None:
        """Count done work of the present stage."""


class Silent:
    """Watches nothing."""

    def stage(self, name: str, total: int | None = None) -> None:
        """Take note of nothing."""

    def advance(self, count: int = 1) -> None:
        """Count nothing."""
