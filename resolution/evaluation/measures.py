"""How far a resolution agrees with judged pairs.

Judged pairs and everyone's entity in; counts, precision and recall out. A pair counts once however
often it was judged, pairs of one list apart from pairs across lists, since a rule and not a score
decides the former. A pair that is not judged says nothing.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from actors.records import Mention, MentionId, Verdict
from resolution.evaluation.judgements import JudgedPair, RecordKey, positions

ALL = "all pairs"
ACROSS = "across lists"
WITHIN = "within one list"


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of judged pairs of one group."""

    group: str
    same: int = 0
    same_merged: int = 0
    different: int = 0
    different_merged: int = 0

    @property
    def precision(self) -> float | None:
        """Of the judged pairs that were merged, the share that is the same."""
        return _share(self.same_merged, self.same_merged + self.different_merged)

    @property
    def recall(self) -> float | None:
        """Of the pairs judged the same, the share that was merged."""
        return _share(self.same_merged, self.same)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        merged = self.same_merged + self.different_merged
        return _share(2 * self.same_merged, merged + self.same)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What judged pairs say of a resolution."""

    groups: tuple[Figures, ...]
    """All pairs, across and within lists, each pair of lists, each status the file names."""
    false_merges: tuple[JudgedPair, ...]
    misses: tuple[JudgedPair, ...]
    unsure: int
    not_ingested: int
    """Pairs of which a record is not in the graph; they are in no group."""


def evaluate(
    judged: Sequence[JudgedPair],
    mentions: Sequence[Mention],
    entity_of: Mapping[MentionId, Hashable],
) -> Evaluation:
    """Hold judged pairs against the entities that mentions were resolved to."""
    place = positions(mentions)
    counted: dict[str, list[tuple[bool, bool]]] = {ALL: [], ACROSS: [], WITHIN: []}
    false_merges, misses = [], []
    unsure = not_ingested = 0
    for pair in {pair.key: pair for pair in judged}.values():
        ends = [_entity(key, place, mentions, entity_of) for key in (pair.left, pair.right)]
        if None in ends:
            not_ingested += 1
        elif pair.verdict is Verdict.UNSURE:
            unsure += 1
        else:
            is_same, is_merged = pair.verdict is Verdict.SAME, ends[0] == ends[1]
            for group in _groups(pair):
                counted.setdefault(group, []).append((is_same, is_merged))
            if is_merged and not is_same:
                false_merges.append(pair)
            if is_same and not is_merged:
                misses.append(pair)
    figures = tuple(_figures(group, pairs) for group, pairs in counted.items() if pairs)
    return Evaluation(figures, tuple(false_merges), tuple(misses), unsure, not_ingested)


def _entity(
    key: RecordKey,
    place: Mapping[RecordKey, int],
    mentions: Sequence[Mention],
    entity_of: Mapping[MentionId, Hashable],
) -> Hashable | None:
    position = place.get(key)
    return None if position is None else entity_of.get(mentions[position].id)


def _groups(pair: JudgedPair) -> list[str]:
    lists = sorted((pair.left.source, pair.right.source))
    side = WITHIN if lists[0] == lists[1] else ACROSS
    return [ALL, side, " – ".join(lists), *([f"status {pair.status}"] if pair.status else [])]


def _figures(group: str, pairs: Sequence[tuple[bool, bool]]) -> Figures:
    return Figures(
        group=group,
        same=sum(is_same for is_same, _ in pairs),
        same_merged=sum(is_same and is_merged for is_same, is_merged in pairs),
        different=sum(not is_same for is_same, _ in pairs),
        different_merged=sum(is_merged and not is_same for is_same, is_merged in pairs),
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
