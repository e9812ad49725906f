"""The odds that mentions are one person, in machine code: pair by pair, and crowds as they grow.

Evidence goes in, grouped so that mentions of two groups contradict; out come all pairs worth
keeping with their posteriors, or one cluster for each mention. A crowd tells what any of its
mentions tells, so it is weighed as one mention is. Crowds are put together greedily, the best odds
first, while the odds are that two are one: what a third mention says about two others counts here,
as it cannot in pairs.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from oracle_evidence import UNTOLD, Evidence, Floats, Integers

from resolution.compiled import compiled

Indices = npt.NDArray[np.int32]
_NEVER = -np.inf


class Groups(NamedTuple):
    """Mentions in an order in which each group is a stretch."""

    order: Integers
    begins: Integers
    """Where each group begins; and the end of the last."""


class _Pairs(NamedTuple):
    """Pairs found, in columns."""

    left: Indices
    right: Indices
    posteriors: Floats


class _Crowds(NamedTuple):
    """The crowds of one group in the making; whoever has joined another has no odds left."""

    members: Integers
    sizes: Integers
    odds: Floats
    """The log-odds that two crowds are one, for all of them."""
    nearest: Integers
    best: Floats
    """A crowd's odds with its nearest."""


def grouped(group_of: Integers) -> Groups:
    """Return the groups of mentions that may be one person."""
    order = np.argsort(group_of, kind="stable")
    begins = np.flatnonzero(np.diff(group_of[order], prepend=-1))
    return Groups(order, np.append(begins, len(order)))


def likely_pairs(
    found: Evidence, groups: Groups, prior: float, least: float
) -> tuple[Indices, Indices, Floats, int]:
    """Return the pairs of at least this posterior, and how many pairs contradict in nothing."""
    agreeing, kept = _count(found, groups, prior, least)
    likely = _Pairs(np.empty(kept, np.int32), np.empty(kept, np.int32), np.empty(kept))
    _fill(found, groups, prior, least, likely)
    return *likely, agreeing


@compiled
def crowds(found: Evidence, groups: Groups, merging: Floats) -> Integers:
    """Return for each mention the first of its crowd; uses up the evidence.

    `merging` has the log-odds, before anything is told, that crowds of two sizes are one.
    """
    crowd_of = np.arange(len(found.values))
    for group in range(len(groups.begins) - 1):
        members = groups.order[groups.begins[group] : groups.begins[group + 1]]
        _gather(found, members, merging, crowd_of)
    return crowd_of


@compiled
def _weigh(found: Evidence, one: int, other: int) -> float:
    """Return the logarithm of how much likelier what two tell is of one person than of two."""
    odds = 0.0
    for part in range(found.values.shape[1]):
        told = found.values[one, part]
        if told != UNTOLD and found.values[other, part] != UNTOLD:
            if told != found.values[other, part]:
                return _NEVER
            odds += found.rarities[one, part]
    both, by_one, by_other = 0.0, 0.0, 0.0
    for state in range(found.states.shape[1]):
        usual = found.states[one, state]
        both += usual * found.silence[one, state] * found.silence[other, state]
        by_one += usual * found.silence[one, state]
        by_other += usual * found.silence[other, state]
    return odds + np.log(both / by_one / by_other) if both > 0 else _NEVER


@compiled
def _posterior(odds: float) -> float:
    return 1 / (1 + np.exp(-odds))


@compiled
def _count(found: Evidence, groups: Groups, prior: float, least: float) -> tuple[int, int]:
    agreeing, kept = 0, 0
    for group in range(len(groups.begins) - 1):
        members = groups.order[groups.begins[group] : groups.begins[group + 1]]
        for place in range(len(members)):
            for after in range(place + 1, len(members)):
                odds = prior + _weigh(found, members[place], members[after])
                agreeing += odds > _NEVER
                kept += _posterior(odds) >= least
    return agreeing, kept


@compiled
def _fill(found: Evidence, groups: Groups, prior: float, least: float, likely: _Pairs) -> None:
    writing = 0
    for group in range(len(groups.begins) - 1):
        members = groups.order[groups.begins[group] : groups.begins[group + 1]]
        for place in range(len(members)):
            for after in range(place + 1, len(members)):
                one, other = members[place], members[after]
                posterior = _posterior(prior + _weigh(found, one, other))
                if posterior >= least:
                    likely.left[writing], likely.right[writing] = one, other
                    likely.posteriors[writing] = posterior
                    writing += 1


@compiled
def _gather(found: Evidence, members: Integers, merging: Floats, crowd_of: Integers) -> None:
    """Put the mentions of one group together, the best odds first."""
    joined = _apart(found, members, merging[1, 1])
    while True:
        kept = np.argmax(joined.best)
        if joined.best[kept] <= 0:
            break
        gone = joined.nearest[kept]
        crowd_of[members[gone]] = members[kept]
        _join(found, members[kept], members[gone])
        joined.sizes[kept] += joined.sizes[gone]
        _weigh_anew(found, joined, merging, kept, gone)
    for member in members:
        crowd = member
        while crowd_of[crowd] != crowd:
            crowd = crowd_of[crowd]
        crowd_of[member] = crowd


@compiled
def _apart(found: Evidence, members: Integers, prior: float) -> _Crowds:
    """Return crowds of one mention each."""
    count = len(members)
    odds = np.full((count, count), _NEVER)
    for place in range(count):
        for after in range(place + 1, count):
            odds[place, after] = prior + _weigh(found, members[place], members[after])
            odds[after, place] = odds[place, after]
    sizes, nearest = np.ones(count, dtype=np.int64), np.empty(count, dtype=np.int64)
    apart = _Crowds(members, sizes, odds, nearest, np.empty(count))
    for place in range(count):
        _look_around(apart, place)
    return apart


@compiled
def _look_around(joined: _Crowds, place: int) -> None:
    joined.nearest[place] = np.argmax(joined.odds[place])
    joined.best[place] = joined.odds[place, joined.nearest[place]]


@compiled
def _weigh_anew(found: Evidence, joined: _Crowds, merging: Floats, kept: int, gone: int) -> None:
    """Weigh a crowd that another has joined with all others, and forget the other."""
    members, sizes, odds = joined.members, joined.sizes, joined.odds
    for place in range(len(members)):
        if place not in (kept, gone):
            # Whoever contradicts one of them contradicts both.
            anew = min(odds[kept, place], odds[gone, place])
            if anew > _NEVER:
                anew = merging[sizes[kept], sizes[place]]
                anew += _weigh(found, members[kept], members[place])
            odds[kept, place] = odds[place, kept] = anew
        odds[gone, place] = odds[place, gone] = _NEVER
    for place in range(len(members)):
        if place in (kept, gone) or joined.nearest[place] in (kept, gone):
            _look_around(joined, place)
        elif odds[place, kept] > joined.best[place]:
            joined.nearest[place], joined.best[place] = kept, odds[place, kept]


@compiled
def _join(found: Evidence, kept: int, gone: int) -> None:
    """Let one mention tell what either tells."""
    for part in range(found.values.shape[1]):
        if found.values[kept, part] == UNTOLD:
            found.values[kept, part] = found.values[gone, part]
            found.rarities[kept, part] = found.rarities[gone, part]
    for state in range(found.states.shape[1]):
        found.silence[kept, state] *= found.silence[gone, state]
