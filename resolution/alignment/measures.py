"""What a pair of aligned names comes to, compiled: one row of measures."""

from typing import NamedTuple

from resolution.alignment.names import KIND, NUMBER, PART, WEIGHT, Floats, Side, Spellings
from resolution.compiled import compiled

MEASURES = (
    "similarity",
    "weakest",
    "evidence",
    "further",
    "clash",
    "extra",
    "other number",
    "extra number",
    "part",
)


class _Total(NamedTuple):
    """A name's weight, how much of it is matched, equal, left; its worst word, part and number."""

    weight: float
    matched: float
    equal: float
    rest: float
    worst: float
    part: float
    number: float


@compiled
def measure(names: Spellings, first: Side, second: Side, shared: float, found: Floats) -> None:
    """Turn what is left of each word into the measures of a pair."""
    one, other = _total(names, first), _total(names, second)
    found[0] = (one.matched + other.matched) / (one.weight + other.weight)
    found[1] = 1.0 - min(one.worst, other.worst)
    found[2] = shared
    found[3] = max(min(one.equal, other.equal) - 1.0, 0.0)
    found[4] = min(one.rest, other.rest) / min(one.weight, other.weight)
    found[5] = max(one.rest, other.rest) / max(one.weight, other.weight)
    found[6] = min(one.number, other.number)
    found[7] = max(one.number, other.number) - found[6]
    found[8] = max(one.part, other.part)


@compiled
def _total(names: Spellings, side: Side) -> _Total:
    weight, matched, equal, rest, worst, part, number = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
    for place in range(side.size):
        word, left = names.words[side.start + place], side.rest[place]
        weight += names.counts[word, WEIGHT]
        matched += (1.0 - left) * names.counts[word, WEIGHT]
        if left > 0.0:
            share = left * names.counts[word, WEIGHT]
            rest += share
            worst = max(worst, share)
            part = max(part, left * names.counts[word, PART])
            if names.facts[word, KIND] & NUMBER:
                number = max(number, left)
        else:
            equal += names.counts[word, WEIGHT]
    return _Total(weight, matched, equal, rest, worst, part, number)
