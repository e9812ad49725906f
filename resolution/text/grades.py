"""What a known name proves where it stands in a text: a name in, its grade out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from actors.records import EntityKind, MentionId
from resolution.text.lexicon import FUNCTIONS, is_only_word, is_word
from resolution.text.places import PLACES

_TWO_LETTERS = re.compile("[a-z].*[a-z]")
_UNORDERED = frozenset({EntityKind.PERSON, EntityKind.UNKNOWN})
_CRAFT = frozenset({EntityKind.VESSEL, EntityKind.AIRCRAFT})
_FEW_LETTERS = 6
_LONE_LETTERS = 4
_COMMON_TOKEN = 4
"""So many other persons carry a token, then it alone names none of them."""


class Grade(Enum):
    """How much of itself a name proves where it stands in a text."""

    STRONG = "several words, or a long one that is no word of the language"
    LONE = "one word: it counts where it stands alone and is no ordinary word"
    CRAFT = "a ship or plane: it counts where the text speaks of ships or planes"
    WEAK = "too short, too common or a weak alias: only beside a stronger name of the same actor"


@dataclass(frozen=True, slots=True)
class KnownName:
    """One folded name and whose it is."""

    tokens: tuple[str, ...]
    kind: EntityKind
    grade: Grade
    owners: frozenset[MentionId]

    @property
    def is_ordered(self) -> bool:
        """Whether the order of its words matters; it does not for persons."""
        return self.kind not in _UNORDERED

    @property
    def solid(self) -> str:
        """The name written together."""
        return "".join(self.tokens)

    @property
    def is_plain_words(self) -> bool:
        """Whether every word is an ordinary one, as in "General Trading Company"."""
        return all(token in FUNCTIONS or is_only_word(token) for token in self.tokens)


def grade_of(
    tokens: tuple[str, ...], kind: EntityKind, *, is_weak: bool, carriers: Mapping[str, int]
) -> Grade:
    """Return the grade; `carriers` counts the persons' names that hold a token."""
    solid = "".join(tokens)
    telling = [token for token in tokens if token not in FUNCTIONS]
    if is_weak or not telling or " ".join(tokens) in PLACES or not _has_letters(solid):
        return Grade.WEAK
    if kind in _CRAFT:
        return Grade.CRAFT
    if len(telling) == 1:
        return _grade_of_one(telling[0], kind, carriers)
    if len(solid) < _FEW_LETTERS:
        return Grade.WEAK
    if kind is EntityKind.PERSON and all(map(is_only_word, telling)):
        return Grade.WEAK
    return Grade.STRONG


def _grade_of_one(token: str, kind: EntityKind, carriers: Mapping[str, int]) -> Grade:
    is_rare = kind is not EntityKind.PERSON or carriers.get(token, 0) < _COMMON_TOKEN
    if len(token) >= _LONE_LETTERS and is_rare and not is_word(token):
        return Grade.LONE
    return Grade.WEAK


def _has_letters(solid: str) -> bool:
    return _TWO_LETTERS.search(solid) is not None
