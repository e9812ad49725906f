"""Words written together matched with two written apart, compiled: Yongchol with Yong Chol."""

from resolution.alignment.letters import Stretch, jaro_winkler
from resolution.alignment.likeness import above_chance
from resolution.alignment.names import (
    HEAD,
    HEAD_LETTERS,
    KIND,
    LENGTH,
    MOST_LETTERS,
    NUMBER,
    RARITY,
    Integers,
    Side,
    Spellings,
)
from resolution.compiled import compiled

_JOINED = 0.92
_SHORTEST_JOINED = 2


@compiled
def join(names: Spellings, single: Side, double: Side, board: Integers) -> float:
    """Match words of one side with two that stand side by side; return what that proves.

    The two together must be more alike than any word alone.
    """
    words, facts, rest = names.words, names.facts, double.rest
    shared = 0.0
    for one in range(single.size):
        if single.rest[one] < 1.0:
            continue
        word = single.start + one
        for other in range(double.size - 1):
            first = double.start + other
            if min(rest[other], rest[other + 1]) < 1.0 or not _may_be_joined(
                facts, words[word], words[first], words[first + 1]
            ):
                continue
            spelled = _spelled_together(names, word, first, board)
            likeness = above_chance(spelled)
            alone = max(single.nearest[one], double.nearest[other], double.nearest[other + 1])
            if spelled < _JOINED or likeness <= alone:
                continue
            both = names.counts[words[first], RARITY] + names.counts[words[first + 1], RARITY]
            shared += likeness * min(names.counts[words[word], RARITY], both)
            single.rest[one] = 1.0 - likeness
            rest[other : other + 2] = 1.0 - likeness
            break
    return shared


@compiled
def _may_be_joined(facts: Integers, whole: int, begin: int, end: int) -> bool:
    """Tell by length and first letter; numbers are never written apart."""
    both = facts[begin, LENGTH] + facts[end, LENGTH]
    return bool(
        abs(both - facts[whole, LENGTH]) <= 1
        and _first_letter(facts[whole, HEAD]) == _first_letter(facts[begin, HEAD])
        and min(facts[begin, LENGTH], facts[end, LENGTH]) >= _SHORTEST_JOINED
        and both <= MOST_LETTERS
        and not (facts[whole, KIND] | facts[begin, KIND] | facts[end, KIND]) & NUMBER
    )


@compiled
def _first_letter(head: int) -> int:
    return head >> (8 * (HEAD_LETTERS - 1))


@compiled
def _spelled_together(names: Spellings, word: int, first: int, board: Integers) -> float:
    begin, end = names.words[first], names.words[first + 1]
    whole = Stretch(names.places[word], names.facts[names.words[word], LENGTH])
    both = Stretch(names.places[first], names.facts[begin, LENGTH] + names.facts[end, LENGTH])
    return jaro_winkler(names.letters, whole, both, board)
