"""Scored pairs to clusters: records first, then texts, then what is left among itself.

Rows are renumbered by mention id, so that the result does not depend on the order of the table.
Judged pairs are put together before anything else and held apart throughout.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from resolution.clustering.linkage import Linkage, Scored
from resolution.clustering.rules import Pair, Rules, rules
from resolution.clustering.texts import TextPairs, place_texts, text_groups
from resolution.clustering.trees import spanning_joins
from resolution.clustering.union import Union

_ASSIGNMENTS = pa.schema(
    [("position", pa.int32()), ("cluster", pa.int32()), ("score", pa.float64())]
)
_JOINS = pa.schema([("left", pa.int32()), ("right", pa.int32()), ("score", pa.float64())])


@dataclass(frozen=True, slots=True)
class Clustering:
    """Who belongs together, what holds each cluster together, and what the rules held apart."""

    assignments: pa.Table
    """One row a mention: position, cluster (the smallest position in it), score."""
    joins: pa.Table
    """The tree of the best pairs that holds each cluster together: left, right, score."""
    held_apart: int
    """Pairs of records that reach the threshold and are two actors all the same."""


def cluster(  # noqa: PLR0913  # what a run decides on, and nothing that could be put together
    table: pa.Table,
    pairs: pa.Table,
    scores: npt.NDArray[np.float64],
    *,
    threshold: float,
    must_link: Iterable[Pair] = (),
    cannot_link: Iterable[Pair] = (),
) -> Clustering:
    """Cluster mentions; links are pairs of positions and hold whatever the scores say."""
    order = np.argsort(np.array(table.column("id").to_pylist(), dtype=object), kind="stable")
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    ranked = table.take(pa.array(order))
    scored = _ranked_pairs(pairs, scores, rank)
    must = sorted(_ranked_link(link, rank) for link in must_link)
    cannot = sorted(_ranked_link(link, rank) for link in cannot_link)
    likely = [(one, other) for one, other, score in scored if score >= threshold]
    held = rules(ranked, likely, must, cannot)
    groups = _group(ranked, scored, threshold, must, held)
    home = {member: number for number, group in enumerate(groups) for member in group}
    apart = sum(
        home[one] != home[other] and not held.is_text[one] and not held.is_text[other]
        for one, other in likely
    )
    return _result(groups, spanning_joins(groups, home, scored, must), scored, order, apart)


def _ranked_pairs(
    pairs: pa.Table, scores: npt.NDArray[np.float64], rank: npt.NDArray[np.int64]
) -> list[Scored]:
    left = rank[pairs.column("left").to_numpy()]
    right = rank[pairs.column("right").to_numpy()]
    smaller, larger = np.minimum(left, right), np.maximum(left, right)
    by_rank = np.lexsort((larger, smaller))
    columns = (smaller[by_rank], larger[by_rank], np.asarray(scores)[by_rank])
    return list(zip(*(column.tolist() for column in columns), strict=True))


def _ranked_link(link: Pair, rank: npt.NDArray[np.int64]) -> Pair:
    one, other = sorted((int(rank[link[0]]), int(rank[link[1]])))
    return one, other


def _group(
    table: pa.Table, scored: Sequence[Scored], threshold: float, must: Sequence[Pair], held: Rules
) -> list[list[int]]:
    """Return the clusters as lists of ranks."""
    numbers = range(table.num_rows)
    judged = Union(table.num_rows)
    for one, other in must:
        judged.join(one, other)
    of_records, with_texts = _split(scored, held.is_text)
    anchored = _anchored(judged, numbers, held.is_text)
    clusters = Linkage(anchored, of_records).merge_all(threshold, held.allow)
    spoken = text_groups(table, numbers, must, held)
    return place_texts(spoken, clusters, with_texts, held, threshold)


def _split(scored: Iterable[Scored], is_text: Sequence[bool]) -> tuple[list[Scored], TextPairs]:
    of_records: list[Scored] = []
    between: list[Scored] = []
    to_records: dict[int, list[tuple[int, float]]] = {}
    for one, other, score in scored:
        if is_text[one] and is_text[other]:
            between.append((one, other, score))
        elif is_text[one] or is_text[other]:
            text, record = (one, other) if is_text[one] else (other, one)
            to_records.setdefault(text, []).append((record, score))
        else:
            of_records.append((one, other, score))
    return of_records, TextPairs(to_records, between)


def _anchored(judged: Union, numbers: Iterable[int], is_text: Sequence[bool]) -> list[list[int]]:
    """Return the groups to begin with: records, each with what a judgement binds to it."""
    groups = judged.groups(numbers)
    return [group for group in groups if not all(is_text[member] for member in group)]


def _result(
    groups: Sequence[Sequence[int]],
    joins: Sequence[Scored],
    scored: Iterable[Scored],
    order: npt.NDArray[np.int64],
    apart: int,
) -> Clustering:
    home = {member: number for number, group in enumerate(groups) for member in group}
    best: dict[int, float] = {}
    for one, other, score in (*scored, *joins):
        if home[one] == home[other]:
            best[one] = max(best.get(one, 0.0), score)
            best[other] = max(best.get(other, 0.0), score)
    rows = sorted(
        (int(order[member]), int(min(order[list(group)])), best.get(member, 1.0))
        for group in groups
        for member in group
    )
    edges = sorted(
        (int(min(order[one], order[other])), int(max(order[one], order[other])), score)
        for one, other, score in joins
    )
    return Clustering(_table(rows, _ASSIGNMENTS), _table(edges, _JOINS), apart)


def _table(rows: Iterable[tuple[int, int, float]], schema: pa.Schema) -> pa.Table:
    return pa.Table.from_pylist(
        [dict(zip(schema.names, row, strict=True)) for row in rows], schema=schema
    )
