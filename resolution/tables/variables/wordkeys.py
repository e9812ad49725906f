"""Key functions on folded names: what two spellings of one name are likely to share.

Made for recall: the learner chooses among them and joins them, the executor leaves out what is
shared by too many. A folded name in, plain strings out; those that look at words one by one also
take many names at once, see `WordKeys`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from actors.names import korean_keys
from resolution.blocking import skeleton
from resolution.blocking.keys import initials, says_little, significant
from resolution.tables.variables.base import KeyFunction, PreparedKeys
from resolution.tables.variables.manykeys import MOST_WORDS, Parts, prepared_keys

_HEAD, _SHORT_HEAD = 4, 3
_JOINED_HEAD = 6
_SHORTEST_SKELETON = 3
_MOST_DELETED = 24
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 3, 10


@dataclass(frozen=True, slots=True)
class WordKeys:
    """Keys made of parts of a name's telling words: each by itself, or every two together."""

    parts: Callable[[str], Sequence[str]]
    """A word in, what of it is shared out; one part at most where they are paired."""
    is_paired: bool = False

    def __call__(self, name: str) -> Iterable[str]:
        """Return the keys of one name."""
        parts = {part for word in significant(name)[:MOST_WORDS] for part in self.parts(word)}
        if not self.is_paired:
            return parts
        return (f"{one} {other}" for one, other in combinations(sorted(parts), 2))

    def prepared(self, names: Sequence[str]) -> PreparedKeys:
        """Return a function that gives the keys of a stretch of the names."""
        return prepared_keys(names, Parts(says_little, self.parts, self.is_paired))


def _word(word: str) -> Sequence[str]:
    return (word,)


@lru_cache(maxsize=1 << 16)
def _skeleton(word: str) -> Sequence[str]:
    return (skeleton(word),)


def _long_skeleton(word: str) -> Sequence[str]:
    return tuple(bone for bone in _skeleton(word) if len(bone) >= _SHORTEST_SKELETON)


def _head(word: str) -> Sequence[str]:
    return (word[:_HEAD],) if len(word) >= _HEAD else ()


def _tail(word: str) -> Sequence[str]:
    return (word[-_HEAD:],) if len(word) >= _HEAD else ()


def _short_head(word: str) -> Sequence[str]:
    return (word[:_SHORT_HEAD],)


def _short_tail(word: str) -> Sequence[str]:
    return (word[-_SHORT_HEAD:],)


def _word_slips(word: str) -> Sequence[str]:
    """Give the word, and with each of its letters left out."""
    if len(word) <= _HEAD:
        return (word,)
    return (word, *(word[:place] + word[place + 1 :] for place in range(len(word))))


def _whole(name: str) -> Iterable[str]:
    return (name,)


def _sorted_words(name: str) -> Iterable[str]:
    return (" ".join(sorted(name.split())),)


def _joined(name: str) -> Iterable[str]:
    return (name.replace(" ", ""),)


def _sorted_letters(name: str) -> Iterable[str]:
    return ("".join(sorted(name.replace(" ", ""))),)


def _all_skeletons(name: str) -> Iterable[str]:
    return ("".join(sorted(bone for word in significant(name) for bone in _skeleton(word))),)


def _joined_head(name: str) -> Iterable[str]:
    return (name.replace(" ", "")[:_JOINED_HEAD],)


def _joined_tail(name: str) -> Iterable[str]:
    return (name.replace(" ", "")[-_JOINED_HEAD:],)


def _initial_words(name: str) -> Iterable[str]:
    """Give a word with another's first letter: J. Smith and John Smith share it."""
    words = sorted(set(name.split()))[:MOST_WORDS]
    return {
        f"{word} {other[0]}" for word in words for other in words if len(word) > 1 and word != other
    }


def _slips(name: str) -> Iterable[str]:
    """Give the joined letters, and with each left out: two that differ in one letter share."""
    joined = name.replace(" ", "")[:_MOST_DELETED]
    return {joined, *(joined[:place] + joined[place + 1 :] for place in range(len(joined)))}


def _acronyms(name: str) -> Iterable[str]:
    joined = name.replace(" ", "")
    found = {initials(name)} - {""}
    return found | ({joined} if _SHORTEST_ACRONYM <= len(joined) <= _LONGEST_ACRONYM else set())


NAME_KEYS: Mapping[str, KeyFunction] = {
    "whole": _whole,
    "sorted words": _sorted_words,
    "joined": _joined,
    "sorted letters": _sorted_letters,
    "word": WordKeys(_word),
    "word pair": WordKeys(_word, is_paired=True),
    "skeleton": WordKeys(_long_skeleton),
    "skeleton pair": WordKeys(_skeleton, is_paired=True),
    "all skeletons": _all_skeletons,
    "head": WordKeys(_head),
    "tail": WordKeys(_tail),
    "head pair": WordKeys(_short_head, is_paired=True),
    "tail pair": WordKeys(_short_tail, is_paired=True),
    "joined head": _joined_head,
    "joined tail": _joined_tail,
    "initial and word": _initial_words,
    "slip": _slips,
    "word slip": WordKeys(_word_slips),
}
PERSON_KEYS: Mapping[str, KeyFunction] = {**NAME_KEYS, "syllables": korean_keys}
ORGANIZATION_KEYS: Mapping[str, KeyFunction] = {**NAME_KEYS, "acronym": _acronyms}
