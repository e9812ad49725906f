"""What a change can reach: the mentions whose entities and designations are decided anew.

Flows in: what the graph holds, and the pairs compared in this run. Flows out: the part of it that a
full run could see otherwise than the last run did. Clusters never grow beyond pairs that reach the
threshold, judgements, what one text says by one name, and numbers of one list; so whoever is not
joined to a change by any of these, nor by a present entity, stays as it is.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

import numpy as np

from actors.records import EntityId, MentionKind
from resolution.comparing import ComparedPairs
from resolution.incremental.candidates import Found
from resolution.incremental.links import Integers, Positions, links_between, renewed_mentions
from resolution.incremental.settlement import settlements
from resolution.state import State


@dataclass(frozen=True, slots=True)
class Reach:
    """The part of the graph that a run decides on."""

    state: State
    """Its mentions in their order, its pairs, judgements and entities; all documents and claims."""
    positions: Sequence[int]
    """The places of its mentions in the whole."""
    settled: Sequence[str]
    """What is taken into account of each."""


def neighbourhood(state: State, compared: ComparedPairs, threshold: float, *, whole: bool) -> Reach:
    """Return what the changed mentions, pairs and judgements can reach; `whole`: all there is."""
    position = {stored.mention.id: number for number, stored in enumerate(state.mentions)}
    documents = (stored.document for stored in state.documents.values())
    settled = settlements(state.mentions, documents, state.tiers)
    orphans = _orphans(state)
    reached: Sequence[int] = range(len(state.mentions))
    if not whole:
        renewals = [
            (position[former], position[heir]) for former, heir in renewed_mentions(state.mentions)
        ]
        seeds = set(_seeds(state, compared.found, position, settled, orphans))
        seeds.update(end for link in renewals for end in link)
        links = links_between(state, compared, threshold, position, renewals)
        reached = _spread(seeds, links, len(state.mentions))
    return Reach(
        _part(state, compared.found, position, reached, orphans),
        reached,
        [settled[place] for place in reached],
    )


def _seeds(
    state: State,
    found: Found,
    position: Positions,
    settled: Sequence[str],
    orphans: AbstractSet[EntityId],
) -> Iterator[int]:
    yield from found.changed
    yield from found.crowd
    for judgement in state.unsettled:
        yield position[judgement.left]
        yield position[judgement.right]
    for place, (stored, counts) in enumerate(zip(state.mentions, settled, strict=True)):
        if stored.settled != counts or stored.entity is None or stored.entity in orphans:
            yield place


def _orphans(state: State) -> frozenset[EntityId]:
    """Return the entities that lost a mention, or all: one that its text no longer has."""
    members = Counter([stored.entity for stored in state.mentions])
    return frozenset(
        entity for entity, stored in state.entities.items() if stored.mentions != members[entity]
    )


def _spread(seeds: AbstractSet[int], links: tuple[Integers, Integers], mentions: int) -> list[int]:
    """Follow links from the seeds, one step for all at a time, until nothing new is reached."""
    left, right = links
    is_reached = np.zeros(mentions, dtype=bool)
    is_reached[list(seeds)] = True
    while True:
        steps = is_reached[left] != is_reached[right]
        if not steps.any():
            return [int(place) for place in np.flatnonzero(is_reached)]
        is_reached[left[steps]] = True
        is_reached[right[steps]] = True


def _part(
    state: State,
    found: Found,
    position: Positions,
    reached: Sequence[int],
    orphans: AbstractSet[EntityId],
) -> State:
    within = set(reached)
    mentions = tuple(state.mentions[place] for place in reached)
    entities = {None, *(stored.entity for stored in mentions), *orphans}
    named = {one.entity for one in state.mentions if one.mention.kind is MentionKind.TEXT}
    derived = entities | named
    return replace(
        state,
        mentions=mentions,
        judgements=tuple(
            one
            for one in state.judgements
            if position[one.left] in within and position[one.right] in within
        ),
        pairs=tuple(
            pair
            for pair in state.pairs
            if _is_decided(position[pair.left], position[pair.right], within, found)
        ),
        entities={key: one for key, one in state.entities.items() if key in entities},
        designations=tuple(one for one in state.designations if one.entity in derived),
    )


def _is_decided(left: int, right: int, within: AbstractSet[int], found: Found) -> bool:
    return (left in within and right in within) or found.decides(left, right)
