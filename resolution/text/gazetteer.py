"""The names that the lists know, arranged so that a text can be searched for them.

Mentions in; an index out. A name is found under the sum of its letters' numbers: one key for every
order of a person's names and every way of writing them together or apart ("Yong-chol", "Yongchol"),
and a stretch of words needs one addition a word. What shares a key is then compared as it stands.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property, lru_cache
from typing import Self

from actors.names import fold, korean_keys, without_company_form
from actors.records import EntityKind, Mention, MentionId, MentionKind, Name, NameType
from resolution.text.lexicon import FUNCTIONS, is_only_word, is_word
from resolution.text.places import PLACES

MOST_WORDS = 16
_TWO_LETTERS = re.compile("[a-z].*[a-z]")
_PARENTHESISED = re.compile(r"\s*\([^()]*\)\s*")
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


@lru_cache(maxsize=1 << 16)
def letters_of(solid: str) -> int:
    """Return the key that every order of the letters shares; those of parts add up to the whole's.

    >>> letters_of("kim") + letters_of("yongchol") == letters_of("yongcholkim")
    True
    """
    return sum(map(_number_of, solid))


@cache
def _number_of(letter: str) -> int:
    """Return a number of 60 bits: sums of others are hardly ever the same."""
    return int.from_bytes(hashlib.sha256(letter.encode("utf-8", "surrogatepass")).digest()[:8]) >> 4


class Gazetteer:
    """Known names by their letters, and by their words for near spellings."""

    def __init__(self, names: Mapping[int, tuple[KnownName, ...]]) -> None:
        """Take an index as `of` makes it."""
        self._names = names

    @classmethod
    def of(cls, mentions: Iterable[Mention]) -> Self:
        """Arrange the names of all list records; text mentions among them are passed over."""
        records = [mention for mention in mentions if mention.kind is MentionKind.RECORD]
        gathered = _gathered(records)
        carriers = _carriers(gathered)
        names: dict[int, list[KnownName]] = defaultdict(list)
        for (tokens, kind), (owners, is_weak) in gathered.items():
            grade = _grade(tokens, kind, is_weak=is_weak, carriers=carriers)
            known = KnownName(tokens, kind, grade, frozenset(owners))
            names[letters_of(known.solid)].append(known)
        return cls({key: _ordered(found) for key, found in names.items()})

    def under(self, letters: int) -> tuple[KnownName, ...]:
        """Return the names that are written with these letters."""
        return self._names.get(letters, ())

    def with_token(self, token: str) -> tuple[KnownName, ...]:
        """Return the strong names of several words that hold a word."""
        return self._by_token.get(token, ())

    def with_korean_key(self, key: str) -> tuple[KnownName, ...]:
        """Return the persons whose Korean name is this one, however it is romanised."""
        return self._by_korean_key.get(key, ())

    def persons_with(self, token: str) -> int:
        """Count the persons' names that hold a word: how much of a personal name it is."""
        return self._person_tokens.get(token, 0)

    @cached_property
    def _by_token(self) -> dict[str, tuple[KnownName, ...]]:
        index: dict[str, list[KnownName]] = defaultdict(list)
        for known in self._strong():
            for token in set(known.tokens):
                index[token].append(known)
        return {token: tuple(names) for token, names in index.items()}

    @cached_property
    def _by_korean_key(self) -> dict[str, tuple[KnownName, ...]]:
        index: dict[str, list[KnownName]] = defaultdict(list)
        for known in self._strong():
            if known.kind is EntityKind.PERSON:
                for key in korean_keys(" ".join(known.tokens)):
                    index[key].append(known)
        return {key: tuple(names) for key, names in index.items()}

    @cached_property
    def _person_tokens(self) -> dict[str, int]:
        counts: dict[str, int] = defaultdict(int)
        for names in self._names.values():
            for known in names:
                if known.kind is EntityKind.PERSON and len(known.tokens) > 1:
                    for token in set(known.tokens):
                        counts[token] += 1
        return dict(counts)

    def _strong(self) -> Iterator[KnownName]:
        for names in self._names.values():
            for known in names:
                if known.grade is Grade.STRONG and len(known.tokens) > 1:
                    yield known


_Gathered = dict[tuple[tuple[str, ...], EntityKind], tuple[set[MentionId], bool]]


def _gathered(records: list[Mention]) -> _Gathered:
    """Bring equal names together: their owners, and whether every owner calls them weak."""
    gathered: _Gathered = {}
    for record in records:
        for name in record.names:
            is_weak = _is_weak(name, record.entity_kind)
            for tokens in _forms(name.value, record.entity_kind):
                owners, was_weak = gathered.get((tokens, record.entity_kind), (set(), True))
                owners.add(record.id)
                gathered[tokens, record.entity_kind] = (owners, was_weak and is_weak)
    return gathered


def _is_weak(name: Name, kind: EntityKind) -> bool:
    """Tell names that prove nothing alone: weak aliases, acronyms, a person's one-word aliases."""
    if name.type in (NameType.WEAK_ALIAS, NameType.ACRONYM):
        return True
    is_one_word = len(fold(name.value).split()) == 1
    return is_one_word and kind is EntityKind.PERSON and name.type is not NameType.PRIMARY


def _forms(value: str, kind: EntityKind) -> set[tuple[str, ...]]:
    """Return the ways prose may write a name: as it stands, and without what texts leave out."""
    spellings = {fold(value), fold(_PARENTHESISED.sub(" ", value))}
    if kind is not EntityKind.PERSON:
        spellings |= {_bare(spelling) for spelling in spellings}
    words = (tuple(spelling.removeprefix("the ").split()) for spelling in spellings)
    return {found for found in words if 0 < len(found) <= MOST_WORDS}


def _bare(folded: str) -> str:
    bare = without_company_form(folded)
    return bare if len(bare.split()) > 1 else folded


def _ordered(names: list[KnownName]) -> tuple[KnownName, ...]:
    """Return names in an order that does not depend on the order of the records."""
    return tuple(sorted(names, key=lambda known: (known.tokens, known.kind)))


def _carriers(gathered: _Gathered) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for tokens, kind in gathered:
        if kind is EntityKind.PERSON:
            for token in set(tokens):
                counts[token] += 1
    return counts


def _grade(
    tokens: tuple[str, ...], kind: EntityKind, *, is_weak: bool, carriers: Mapping[str, int]
) -> Grade:
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


def fingerprint(mentions: Iterable[Mention]) -> str:
    """Return what changes whenever a name is added, dropped or changes hands on the lists."""
    lines = sorted(
        f"{mention.id}\x1f{mention.entity_kind}\x1f{name.type}\x1f{name.value}"
        for mention in mentions
        if mention.kind is MentionKind.RECORD
        for name in mention.names
    )
    return hashlib.sha256("\x1e".join(lines).encode()).hexdigest()[:16]
