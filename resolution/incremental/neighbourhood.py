"""What a change can reach: the mentions whose entities and designations are decided anew.

Flows in: what the graph holds, and the pairs compared in this run. Flows out: the part of it that a
full run could see otherwise than the last run did. Clusters never grow beyond pairs that reach the
threshold, judgements, what one text says by one name, and numbers of one list; so whoever is not
joined to a change by any of these, nor by a present entity, stays as it is.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

import pyarrow.compute as pc

from actors.records import DocumentId, EntityId, Mention, MentionId, MentionKind, Verdict
from resolution.clustering.union import Union
from resolution.comparing import ComparedPairs
from resolution.incremental.candidates import Found
from resolution.incremental.keys import TIE
from resolution.incremental.settlement import settlements
from resolution.state import State, StoredMention, StoredPair

Link = tuple[int, int]


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
        links = [
            # What merged before may come apart, so pairs that no longer stand are links too.
            *_merging(state.pairs, position, threshold),
            *_merging(compared.pairs, position, threshold),
            *_judged(state, position),
            *renewals,
            *_entities(state),
            *_ties(state, compared),
        ]
        seeds = set(_seeds(state, compared.found, position, settled, orphans))
        seeds.update(end for link in renewals for end in link)
        reached = _joined(len(state.mentions), links, seeds)
    return Reach(
        _part(state, compared.found, position, reached, orphans),
        reached,
        [settled[place] for place in reached],
    )


def _seeds(
    state: State,
    found: Found,
    position: Mapping[MentionId, int],
    settled: Sequence[str],
    orphans: AbstractSet[EntityId],
) -> Iterator[int]:
    yield from found.changed
    yield from found.crowd
    for judgement in state.judgements:
        if not judgement.is_settled:
            yield position[judgement.left]
            yield position[judgement.right]
    for place, (stored, counts) in enumerate(zip(state.mentions, settled, strict=True)):
        if stored.settled != counts or stored.entity is None or stored.entity in orphans:
            yield place


def _orphans(state: State) -> frozenset[EntityId]:
    """Return the entities that lost a mention, or all: one that its text no longer has."""
    members = Counter(stored.entity for stored in state.mentions)
    return frozenset(
        entity for entity, stored in state.entities.items() if stored.mentions != members[entity]
    )


def _merging(
    pairs: Iterable[StoredPair], position: Mapping[MentionId, int], threshold: float
) -> Iterator[Link]:
    for pair in pairs:
        if pair.score >= threshold:
            yield position[pair.left], position[pair.right]


def _judged(state: State, position: Mapping[MentionId, int]) -> Iterator[Link]:
    for judged in state.judgements:
        if judged.verdict is Verdict.SAME:
            yield position[judged.left], position[judged.right]


def _entities(state: State) -> Iterator[Link]:
    first: dict[EntityId, int] = {}
    for place, stored in enumerate(state.mentions):
        if stored.entity is not None:
            yield first.setdefault(stored.entity, place), place


def _ties(state: State, compared: ComparedPairs) -> Iterator[Link]:
    """Yield mentions of one text with one name, and records of one list with one number."""
    ties = compared.keyed.keys.filter(pc.equal(compared.keyed.keys.column("rule"), TIE))
    columns = (ties.column(name).to_pylist() for name in ("key", "position"))
    first: dict[tuple[str, str], int] = {}
    for key, place in (*zip(*columns, strict=True), *compared.former_ties):
        mention = state.mentions[place].mention
        within = mention.document if mention.kind is MentionKind.TEXT else ""
        yield first.setdefault((within, key), place), place


def _joined(mentions: int, links: Iterable[Link], seeds: Iterable[int]) -> list[int]:
    union = Union(mentions)
    for left, right in links:
        if left != right:
            union.join(left, right)
    roots = {union.find(seed) for seed in seeds}
    return [place for place in range(mentions) if union.find(place) in roots]


def _part(
    state: State,
    found: Found,
    position: Mapping[MentionId, int],
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


def _is_decided(left: int, right: int, within: set[int], found: Found) -> bool:
    return (left in within and right in within) or found.decides(left, right)


def renewed_mentions(
    mentions: Sequence[StoredMention],
) -> Iterator[tuple[MentionId, MentionId]]:
    """Yield each retired mention of a text with the present one that covers most of its span."""
    retired = [stored.mention for stored in mentions if stored.is_retired]
    present: dict[DocumentId, list[Mention]] = {former.document: [] for former in retired}
    for stored in mentions if retired else ():
        if stored.mention.document in present and not stored.is_retired:
            present[stored.mention.document].append(stored.mention)
    for former in retired:
        heirs = present[former.document]
        heir = max(heirs, key=lambda one: _shared_span(former, one), default=None)
        if heir and _shared_span(former, heir) > 0:
            yield former.id, heir.id


def _shared_span(one: Mention, other: Mention) -> int:
    assert one.start is not None and one.end is not None  # noqa: PT018  a span has both ends
    assert other.start is not None and other.end is not None  # noqa: PT018
    return min(one.end, other.end) - max(one.start, other.start)
