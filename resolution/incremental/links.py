"""What could hold two mentions in one entity, now or before: the edges a change spreads along.

Flows in: what the graph holds, and the pairs compared in this run. Flows out: two columns of
positions. Groups are told as stars around their first mention, so that edges are few.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from actors.records import DocumentId, EntityId, Mention, MentionId, MentionKind, Verdict
from resolution.comparing import ComparedPairs
from resolution.incremental.keys import TIE
from resolution.state import State, StoredMention, StoredPair

Link = tuple[int, int]
Positions = Mapping[MentionId, int]
Integers = npt.NDArray[np.int64]


def links_between(
    state: State,
    compared: ComparedPairs,
    threshold: float,
    position: Positions,
    renewals: Iterable[Link],
) -> tuple[Integers, Integers]:
    """Return the ends of all links; `renewals` join retired mentions with those in their place."""
    told = [
        *renewals,
        # What merged before may come apart, so pairs that no longer stand are links too.
        *_merging(state.pairs, position, threshold),
        *_merging(compared.pairs, position, threshold),
        *_judged(state, position),
        *_entities(state),
    ]
    left, right = np.array(told, dtype=np.int64).reshape(-1, 2).T
    first, tied = _ties(state.mentions, compared)
    return np.concatenate([left, first]), np.concatenate([right, tied])


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


def _merging(pairs: Iterable[StoredPair], position: Positions, threshold: float) -> Iterator[Link]:
    for pair in pairs:
        if pair.score >= threshold:
            yield position[pair.left], position[pair.right]


def _judged(state: State, position: Positions) -> Iterator[Link]:
    for judged in state.judgements:
        if judged.verdict is Verdict.SAME:
            yield position[judged.left], position[judged.right]


def _entities(state: State) -> Iterator[Link]:
    first: dict[EntityId, int] = {}
    for place, stored in enumerate(state.mentions):
        if stored.entity is not None and first.setdefault(stored.entity, place) != place:
            yield first[stored.entity], place


def _ties(mentions: Sequence[StoredMention], compared: ComparedPairs) -> tuple[Integers, Integers]:
    """Return mentions of one text with one name, and records of one list with one number."""
    ties = compared.keyed.under(TIE)
    former_keys = [key for key, _ in compared.former_ties]
    former_places = [place for _, place in compared.former_ties]
    places = np.concatenate(
        [ties.column("position").to_numpy(), np.array(former_places, dtype=np.int64)]
    ).astype(np.int64)
    written = pa.concat_arrays(
        [*ties.column("key").chunks, pa.array(former_keys, pa.string())]
    ).dictionary_encode()
    texts = _texts(mentions)
    within = written.indices.to_numpy().astype(np.int64) * (len(mentions) + 1) + texts[places]
    _, first, tie = np.unique(within, return_index=True, return_inverse=True)
    return places[first[tie.reshape(-1)]], places


def _texts(mentions: Sequence[StoredMention]) -> Integers:
    """Return a number for the text of each mention in one, and 0 for records."""
    number: dict[DocumentId, int] = {}
    found = np.zeros(len(mentions), dtype=np.int64)
    for place, stored in enumerate(mentions):
        if stored.mention.kind is MentionKind.TEXT:
            found[place] = number.setdefault(stored.mention.document, len(number) + 1)
    return found


def _shared_span(one: Mention, other: Mention) -> int:
    assert one.start is not None and one.end is not None  # noqa: PT018  a span has both ends
    assert other.start is not None and other.end is not None  # noqa: PT018
    return min(one.end, other.end) - max(one.start, other.start)
