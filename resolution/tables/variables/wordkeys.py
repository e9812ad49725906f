"""Key functions on folded names: what two spellings of one name are likely to share.

Made for recall: the learner chooses among them and joins them, the executor leaves out what is
shared by too many. A folded name in, plain strings out.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations

from actors.names import korean_keys
from resolution.blocking import skeleton
from resolution.blocking.keys import initials, significant

_HEAD, _SHORT_HEAD = 4, 3
_JOINED_HEAD = 6
_SHORTEST_SKELETON = 3
_MOST_DELETED = 24
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 3, 10

Key = Callable[[str], Iterable[str]]


def _whole(name: str) -> Iterable[str]:
    return (name,)


def _sorted_words(name: str) -> Iterable[str]:
    return (" ".join(sorted(name.split())),)


def _joined(name: str) -> Iterable[str]:
    return (name.replace(" ", ""),)


def _sorted_letters(name: str) -> Iterable[str]:
    return ("".join(sorted(name.replace(" ", ""))),)


def _words(name: str) -> Iterable[str]:
    return significant(name)


def _pairs(parts: Iterable[str]) -> Iterable[str]:
    return (f"{one} {other}" for one, other in combinations(sorted(set(parts)), 2))


def _word_pairs(name: str) -> Iterable[str]:
    return _pairs(significant(name))


def _skeletons(name: str) -> Iterable[str]:
    bones = {skeleton(word) for word in significant(name)}
    return {bone for bone in bones if len(bone) >= _SHORTEST_SKELETON}


def _skeleton_pairs(name: str) -> Iterable[str]:
    return _pairs(skeleton(word) for word in significant(name))


def _all_skeletons(name: str) -> Iterable[str]:
    return ("".join(sorted(skeleton(word) for word in significant(name))),)


def _heads(name: str) -> Iterable[str]:
    return {word[:_HEAD] for word in significant(name) if len(word) > _HEAD - 1}


def _tails(name: str) -> Iterable[str]:
    return {word[-_HEAD:] for word in significant(name) if len(word) > _HEAD - 1}


def _head_pairs(name: str) -> Iterable[str]:
    return _pairs(word[:_SHORT_HEAD] for word in significant(name))


def _tail_pairs(name: str) -> Iterable[str]:
    return _pairs(word[-_SHORT_HEAD:] for word in significant(name))


def _joined_head(name: str) -> Iterable[str]:
    return (name.replace(" ", "")[:_JOINED_HEAD],)


def _joined_tail(name: str) -> Iterable[str]:
    return (name.replace(" ", "")[-_JOINED_HEAD:],)


def _initial_words(name: str) -> Iterable[str]:
    """Give a word with another's first letter: J. Smith and John Smith share it."""
    words = sorted(set(name.split()))[:_MOST_DELETED]
    return {
        f"{word} {other[0]}" for word in words for other in words if len(word) > 1 and word != other
    }


def _slips(name: str) -> Iterable[str]:
    """Give the joined letters, and with each left out: two that differ in one letter share."""
    joined = name.replace(" ", "")[:_MOST_DELETED]
    return {joined, *(joined[:place] + joined[place + 1 :] for place in range(len(joined)))}


def _word_slips(name: str) -> Iterable[str]:
    """Give each word, and with each of its letters left out."""
    found = set()
    for word in significant(name):
        found.add(word)
        if len(word) > _HEAD:
            found.update(word[:place] + word[place + 1 :] for place in range(len(word)))
    return found


def _korean(name: str) -> Iterable[str]:
    return korean_keys(name)


def _acronyms(name: str) -> Iterable[str]:
    joined = name.replace(" ", "")
    found = {initials(name)} - {""}
    return found | ({joined} if _SHORTEST_ACRONYM <= len(joined) <= _LONGEST_ACRONYM else set())


NAME_KEYS: Mapping[str, Key] = {
    "whole": _whole,
    "sorted words": _sorted_words,
    "joined": _joined,
    "sorted letters": _sorted_letters,
    "word": _words,
    "word pair": _word_pairs,
    "skeleton": _skeletons,
    "skeleton pair": _skeleton_pairs,
    "all skeletons": _all_skeletons,
    "head": _heads,
    "tail": _tails,
    "head pair": _head_pairs,
    "tail pair": _tail_pairs,
    "joined head": _joined_head,
    "joined tail": _joined_tail,
    "initial and word": _initial_words,
    "slip": _slips,
    "word slip": _word_slips,
}
PERSON_KEYS: Mapping[str, Key] = {**NAME_KEYS, "syllables": _korean}
ORGANIZATION_KEYS: Mapping[str, Key] = {**NAME_KEYS, "acronym": _acronyms}
