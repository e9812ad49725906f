"""String, ShortString and Text: free text, compared letter by letter or word by word.

String and ShortString have the same distance and, without dedupe's index predicates, the same
predicates; both names exist so that dedupe's definitions can be used as they are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from resolution.tables.records import Column
from resolution.tables.variables.base import Comparer, Floats, Integers, KeyFunction
from resolution.tables.variables.stock.affine_gap import distances, letters_of
from resolution.tables.variables.stock.cosine import Cosine, corpus_of
from resolution.tables.variables.stock.definition import Definition, as_feature
from resolution.tables.variables.stock.text_keys import SHORT_TEXT_KEYS, TEXT_KEYS

_MOST_COMPARED = 1000
"""Letters of a text: aligning two takes time by the product of their lengths."""


def read_text(cell: object) -> str | None:
    """Return a cell as text, None for an empty one: two empty texts have no distance."""
    return None if cell is None or cell == "" else str(cell)


@dataclass(frozen=True, slots=True)
class ShortString(Definition):
    """Text of a few words; its distance is 0.5 where equal and grows with every difference."""

    @property
    def predicates(self) -> Mapping[str, KeyFunction]:
        """Words, their beginnings, numbers, sounds, runs of letters."""
        return self.with_exists(SHORT_TEXT_KEYS)

    def read(self, cell: Any) -> str | None:  # noqa: ANN401
        """Return the cell as text."""
        return read_text(cell)

    def comparer(self, column: Column) -> Comparer:
        """Compare by affine gaps."""
        letters, begins = letters_of([str(value)[:_MOST_COMPARED] for value in column.values])

        def compare(left: Integers, right: Integers) -> Floats:
            return distances(letters, begins, left, right)[:, None]

        return compare


@dataclass(frozen=True, slots=True)
class String(ShortString):
    """Text of up to a line."""


@dataclass(frozen=True, slots=True)
class Text(Definition):
    """Long text; its similarity is the cosine of its words, weighing by their rarity in a corpus.

    The option `corpus` is a list of texts, or `{"documents": N, "counts": {word: documents}}`;
    without it all words weigh the same.
    """

    @property
    def predicates(self) -> Mapping[str, KeyFunction]:
        """Words, their beginnings and numbers."""
        return self.with_exists(TEXT_KEYS)

    def read(self, cell: Any) -> str | None:  # noqa: ANN401
        """Return the cell as text."""
        return read_text(cell)

    def comparer(self, column: Column) -> Comparer:
        """Compare by words."""
        cosine = Cosine([str(value).split() for value in column.values], corpus_of(self.field))

        def compare(left: Integers, right: Integers) -> Floats:
            return as_feature(cosine.similarities(left, right))

        return compare
