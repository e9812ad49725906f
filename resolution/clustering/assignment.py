"""Scored pairs to clusters: records first, then texts, then what is left among itself.

Rows are renumbered by mention id, so that the result does not depend on the order of the table.
Judged pairs are put together before anything else and held apart throughout.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from resolution.clustering.linkage import Linkage, Scored
from resolution.clustering.rules import Pair, Rules, rules
from resolution.clustering.texts import attach, text_groups
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


def cluster(
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
    is_text = held.is_text
    judged = Union(table.num_rows)
    for one, other in must:
        judged.join(one, other)
    anchored = _anchored(judged, numbers, is_text)
    of_records = [pair for pair in scored if not is_text[pair[0]] and not is_text[pair[1]]]
    clusters = dict(Linkage(anchored, of_records).merge_all(threshold, held.allow))
    home = {member: root for root, group in clusters.items() for member in group}
    by_text: dict[int, list[Scored]] = {}
    between_texts: list[Scored] = []
    for one, other, score in scored:
        if is_text[one] and is_text[other]:
            between_texts.append((one, other, score))
        elif is_text[one]:
            by_text.setdefault(one, []).append((one, other, score))
        elif is_text[other]:
            by_text.setdefault(other, []).append((other, one, score))
    free, contested = [], []
    for group in text_groups(table, numbers, must, held):
        loose = [member for member in group if member not in home]
        if not loose:
            continue
        root, is_contested = attach(loose, clusters, home, by_text, threshold, held)
        if root is not None:
            clusters[root] = [*clusters[root], *loose]
        else:
            (contested if is_contested else free).append(loose)
    waiting = {member for group in free for member in group}
    between = [pair for pair in between_texts if pair[0] in waiting and pair[1] in waiting]
    alone = Linkage(free, between).merge_all(threshold, held.allow)
    return [*clusters.values(), *alone.values(), *contested]


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


def _table(rows: Sequence[tuple[int, int, float]], schema: pa.Schema) -> pa.Table:
    columns = list(zip(*rows, strict=True)) or [[], [], []]
    return pa.table([pa.array(column, kind) for column, kind in zip(columns, schema.types, strict=True)],
                    schema=schema)  # fmt: skip


def as_mapping(clustering: Clustering) -> Mapping[int, int]:
    """Return the cluster of each position."""
    table = clustering.assignments
    return dict(zip(table["position"].to_pylist(), table["cluster"].to_pylist(), strict=True))
