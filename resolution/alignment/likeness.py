"""How alike two different words are, compiled: by letters, consonants, initials and nicknames."""

from resolution.alignment.letters import Stretch, jaro_winkler
from resolution.alignment.names import (
    ABSENT,
    HEAD,
    HEAD_LETTERS,
    INITIAL,
    KIND,
    LENGTH,
    MASK,
    NICKNAMES,
    NUMBER,
    SKELETON,
    Integers,
    Spellings,
)
from resolution.compiled import compiled

# Jaro-Winkler of unlike words is about 0.5; from here on they may be spellings of one another.
_UNLIKE = 0.72
# By how many of the first four letters agree: what of n letters shared by words of lengths p and q,
# n (p + q) / pq, must exceed for Jaro-Winkler to reach that; were all shared letters in order.
_LEAST = tuple(3 * (_UNLIKE - 0.1 * prefix) / (1 - 0.1 * prefix) - 1 - 1e-9 for prefix in range(5))
_SAME_SKELETON = 0.6
_SAME_INITIAL = 0.5
_SAME_PERSON = 0.8


@compiled
def likeness(names: Spellings, one: int, other: int, board: Integers) -> float:
    """Compare two different words, told by where among all names' words they stand."""
    facts, left, right = names.facts, names.words[one], names.words[other]
    if (facts[left, KIND] ^ facts[right, KIND]) & INITIAL:
        same = names.letters[names.places[one]] == names.letters[names.places[other]]
        return _SAME_INITIAL if same else 0.0
    if (facts[left, KIND] | facts[right, KIND]) & NUMBER:
        return 0.0
    found = 0.0
    if _may_be_alike(facts, left, right):
        first = Stretch(names.places[one], facts[left, LENGTH])
        second = Stretch(names.places[other], facts[right, LENGTH])
        # The order of the two decides the last bit.
        if left < right:
            found = above_chance(jaro_winkler(names.letters, first, second, board))
        else:
            found = above_chance(jaro_winkler(names.letters, second, first, board))
    if facts[left, SKELETON] == facts[right, SKELETON]:
        found = max(found, _SAME_SKELETON)
    if found < _SAME_PERSON and _is_nickname(facts, left, right):
        found = _SAME_PERSON
    return found


@compiled
def above_chance(spelled: float) -> float:
    """Return Jaro-Winkler's likeness by how far it is above that of unlike words."""
    return min(max((spelled - _UNLIKE) / (1 - _UNLIKE), 0.0), 1.0)


@compiled
def _may_be_alike(facts: Integers, left: int, right: int) -> bool:
    """Tell by the letters in both words whether Jaro-Winkler could find them alike."""
    left_length, right_length = facts[left, LENGTH], facts[right, LENGTH]
    common = min(
        left_length - _bits(facts[left, MASK] & ~facts[right, MASK]),
        right_length - _bits(facts[right, MASK] & ~facts[left, MASK]),
    )
    least = _LEAST[_prefix(facts[left, HEAD] ^ facts[right, HEAD])]
    return bool(common * (left_length + right_length) > least * left_length * right_length)


@compiled
def _bits(mask: int) -> int:
    """Count the letters in a mask, two, four, eight … bits at a time."""
    mask -= (mask >> 1) & 0x5555555555555555
    mask = (mask & 0x3333333333333333) + ((mask >> 2) & 0x3333333333333333)
    mask = (mask + (mask >> 4)) & 0x0F0F0F0F0F0F0F0F
    mask += mask >> 8
    mask += mask >> 16
    return (mask + (mask >> 32)) & 0x7F


@compiled
def _prefix(differing: int) -> int:
    """Return how many of four letters agree before the first that differs."""
    for place in range(HEAD_LETTERS):
        if differing >> (8 * (HEAD_LETTERS - 1 - place)):
            return place
    return HEAD_LETTERS


@compiled
def _is_nickname(facts: Integers, left: int, right: int) -> bool:
    for mine in range(NICKNAMES, facts.shape[1]):
        if facts[left, mine] == ABSENT:
            break
        for theirs in range(NICKNAMES, facts.shape[1]):
            if facts[left, mine] == facts[right, theirs]:
                return True
    return False
