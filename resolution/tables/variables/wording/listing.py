"""Wordings: several texts in one cell, as the authors of a paper, compared by all their words.

dedupe's Set asks for equal elements; here J. Gray and Jim Gray are alike. The order of the elements
does not matter: they are sorted before they are taken as one text.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from resolution.tables.variables.wording.folding import folded_words
from resolution.tables.variables.wording.variable import Wording


@dataclass(frozen=True, slots=True)
class Wordings(Wording):
    """A list of texts, or a text that separates them by bars."""

    def read(self, cell: Any) -> Hashable | None:  # noqa: ANN401
        """Return the folded words of the sorted elements."""
        if cell is None:
            return None
        parts: Iterable[object] = cell.split("|") if isinstance(cell, str) else cell
        elements = {str(part).strip() for part in parts if part is not None} - {""}
        return folded_words(" ".join(sorted(elements))) or None
