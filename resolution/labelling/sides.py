"""Two records side by side: which values differ, and which characters of them.

A difference is told by a sign between the values, so that nobody needs to see colours.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, ALIKE, DIFFERENT, ONE_SIDED = "=", "~", "≠", "?"
_ALIKE_FROM = 0.6
"""Share of characters in common from which two texts are worth marking letter by letter."""


@dataclass(frozen=True, slots=True)
class Row:
    """One field of both records, as a person reads it; empty where a side has no value."""

    name: str
    left: str
    right: str

    @property
    def sign(self) -> str:
        """What the two values are to each other."""
        if not self.left or not self.right:
            return ONE_SIDED if self.left or self.right else ""
        if _plain(self.left) == _plain(self.right):
            return SAME
        return ALIKE if _matcher(self.left, self.right).ratio() >= _ALIKE_FROM else DIFFERENT


@dataclass(frozen=True, slots=True)
class Sides:
    """A question: who the two records are, and their fields."""

    left: str
    right: str
    rows: tuple[Row, ...]


def differing(text: str, other: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a text, each with whether the other text lacks it.

    >>> list(differing("Jon Smith", "John Smith"))
    [('Jo', False), ('n Smith', False)]
    >>> list(differing("John Smith", "Jon Smith"))
    [('Jo', False), ('h', True), ('n Smith', False)]
    """
    for kind, begin, end, _, _ in _matcher(text, other).get_opcodes():
        if end > begin:
            yield text[begin:end], kind != "equal"


def _matcher(left: str, right: str) -> "SequenceMatcher[str]":
    return SequenceMatcher(None, _small(left), _small(right), autojunk=False)


def _small(text: str) -> str:
    """Return the text in small letters, as long as it was: marks are told by place."""
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
