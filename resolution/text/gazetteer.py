"""The names that the lists know, arranged so that a text can be searched for them.

Mentions in; an index out. A name is found under the sum of its letters' numbers: one key for every
order of a person's names and every way of writing them together or apart ("Yong-chol", "Yongchol"),
and a stretch of words needs one addition a word. What shares a key is then compared as it stands.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from typing import Self

from actors.names import fold, korean_keys, without_company_form
from actors.records import EntityKind, Mention, MentionId, MentionKind, Name, NameType
from resolution.text.grades import Grade, KnownName, grade_of

MOST_WORDS = 16
_PARENTHESISED = re.compile(r"\s*\([^()]*\)\s*")


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
            grade = grade_of(tokens, kind, is_weak=is_weak, carriers=carriers)
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


def fingerprint(mentions: Iterable[Mention]) -> str:
    """Return what changes whenever a name is added, dropped or changes hands on the lists."""
    lines = sorted(
        f"{mention.id}\x1f{mention.entity_kind}\x1f{name.type}\x1f{name.value}"
        for mention in mentions
        if mention.kind is MentionKind.RECORD
        for name in mention.names
    )
    return hashlib.sha256("\x1e".join(lines).encode()).hexdigest()[:16]
