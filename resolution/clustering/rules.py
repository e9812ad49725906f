"""What may never stand in one cluster: cannot-links, and two records of one list.

Lists give one record to one actor, save where two are the same beyond doubt. Without this rule
chains of likely pairs swallow whole families of namesakes; with it they break at the second record
of any list.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from actors.errors import RunError
from resolution.clustering.union import Union
from resolution.schemes import is_telling

Pair = tuple[int, int]
Row = Mapping[str, Any]

_FULL_DATE = len("1968-04-12")
# Numbers that authorities give to one person, ship or company. List numbers are not among them:
# each record of a list has its own.
_STRONG_SCHEMES = (
    "passport", "imo", "national-id", "registration", "tax-id", "lei", "company-number",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rules:
    """Answers whether two sets of positions may be one actor."""

    sources: Sequence[str]
    is_text: Sequence[bool]
    beyond_doubt: frozenset[Pair]
    apart: Mapping[int, frozenset[int]] = field(default_factory=dict)

    def allow(self, left: Iterable[int], right: Sequence[int]) -> bool:
        """Whether no member of one side may not stand with a member of the other."""
        return not any(self._forbids(one, other) for one in left for other in right)

    def _forbids(self, one: int, other: int) -> bool:
        if other in self.apart.get(one, ()):
            return True
        if self.is_text[one] or self.is_text[other] or self.sources[one] != self.sources[other]:
            return False
        return (min(one, other), max(one, other)) not in self.beyond_doubt


def rules(
    table: pa.Table, pairs: Iterable[Pair], must_link: Iterable[Pair], cannot_link: Iterable[Pair]
) -> Rules:
    """Gather what holds: `pairs` are those that might be merged at all."""
    must, cannot = ({_ordered(*pair) for pair in links} for links in (must_link, cannot_link))
    _check(table, must, cannot)
    apart: dict[int, set[int]] = {}
    for one, other in cannot:
        apart.setdefault(one, set()).add(other)
        apart.setdefault(other, set()).add(one)
    together = Union(table.num_rows)
    for one, other in must:
        together.join(one, other)
    sources, is_text = table.column("source").to_pylist(), table.column("is_text").to_pylist()
    return Rules(
        sources,
        is_text,
        frozenset(_as_judged(_beyond_doubt(table, pairs) | must, together)),
        {position: frozenset(others) for position, others in apart.items()},
    )


def _check(table: pa.Table, must: Iterable[Pair], cannot: Iterable[Pair]) -> None:
    """Refuse judgements that cannot all hold, whether directly or through others."""
    union = Union(table.num_rows)
    for one, other in must:
        union.join(one, other)
    for one, other in sorted(cannot):
        if union.find(one) == union.find(other):
            ids = table.column("id")
            raise RunError(
                f"Judgements say both that {ids[one]} and {ids[other]} are one actor and that they "
                "are two: retract one of those judgements"
            )


def _beyond_doubt(table: pa.Table, pairs: Iterable[Pair]) -> set[Pair]:
    """Find records of one list with one full name and birth day, or a number only they share."""
    columns = (
        "source",
        "is_text",
        "entity_kind",
        "names",
        "weak_names",
        "birth_dates",
        "identifiers",
    )
    rows = table.select(columns).to_pylist()
    owners: dict[tuple[str, str], list[int]] = {}
    for position, row in enumerate(rows):
        for number in row["identifiers"]:
            if number.startswith(_STRONG_SCHEMES) and is_telling(number) and not row["is_text"]:
                owners.setdefault((row["source"], number), []).append(position)
    by_number = {tuple(both) for both in owners.values() if len(both) == 2}
    found: set[Pair] = set()
    for one, other in pairs:
        left, right = rows[one], rows[other]
        if left["source"] != right["source"] or left["is_text"] or right["is_text"]:
            continue
        pair = _ordered(one, other)
        if (pair in by_number or _same_name_and_day(left, right)) and not _contradict(left, right):
            found.add(pair)
    return found


def _as_judged(pairs: set[Pair], together: Union) -> set[Pair]:
    """Let what holds of one record hold of all that a judgement makes one with it."""
    judged: dict[int, list[int]] = {}
    for group in together.groups({end for pair in pairs for end in pair}):
        judged |= dict.fromkeys(group, group)
    return {
        _ordered(left, right)
        for one, other in pairs
        for left in judged[one]
        for right in judged[other]
        if left != right
    }


def _same_name_and_day(left: Row, right: Row) -> bool:
    return bool(_days(left) & _days(right)) and bool(_full_names(left) & _full_names(right))


def _contradict(left: Row, right: Row) -> bool:
    days = _days(left), _days(right)
    kinds = {left["entity_kind"], right["entity_kind"]} - {"UNKNOWN"}
    ships = [{key for key in row["identifiers"] if key.startswith("imo:")} for row in (left, right)]
    return (
        len(kinds) > 1
        or (all(days) and days[0].isdisjoint(days[1]))
        or (all(ships) and ships[0].isdisjoint(ships[1]))
    )


def _days(row: Row) -> set[str]:
    return {born for born in row["birth_dates"] if len(born) == _FULL_DATE}


def _full_names(row: Row) -> set[str]:
    """Return the names of two words or more, weak aliases left out."""
    return {
        " ".join(sorted(name.split()))
        for name, is_weak in zip(row["names"], row["weak_names"], strict=True)
        if not is_weak and " " in name
    }


def _ordered(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
