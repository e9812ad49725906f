"""What each side of a pair says, field by field, as its source writes it.

Which name counts is decided as in the comparison: the best pair of names speaks for all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from actors.records import EntityKind, Mention, MentionKind, NameType
from resolution.blocking import initials
from resolution.comparison import name_pairs
from resolution.explanation.wording import shared_words_meaning
from resolution.model import WordCounts
from resolution.table import written

NAMES = "names"

_OF_ALL_NAMES = {
    "name_primary": "primary names",
    "name_acronym": "acronyms",
    "name_several": "names that agree",
}
"""Features that compare others than the best pair of names."""

_BESIDE = {
    **_OF_ALL_NAMES,
    "regime_same": "countries of programmes and names",
    "regime_different": "countries of programmes and names",
    "list_same": "lists",
    "begun_after_listing": "days of founding and of listing",
}
"""Features whose two values no field of a mention holds: told where they count."""

_FIELDS = {
    "name": NAMES,
    "person": NAMES,
    "organization": NAMES,
    "birth": "birth dates",
    "identifier": "identifiers",
    "country": "countries",
    "gender": "genders",
    "kind": "kinds",
    "announced": "dates of listing and of the text",
}
# What a word in most names proves; see `WordCounts.rarity`.
_COMMON = 0.6

Sides = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class BestNames:
    """The two names that counted: as written, as compared."""

    written: Sides
    folded: Sides

    def shared_words(self, words: WordCounts) -> str:
        """Tell which words the two share."""
        left, right = ((name or "").split() for name in self.folded)
        shared = [word for word in dict.fromkeys(left) if word in right]
        return shared_words_meaning(
            shared, [word for word in shared if words.rarity(word) <= _COMMON]
        )


def field_of(feature: str) -> str | None:
    """Return the field that a feature compares; None for one that compares no field."""
    return _FIELDS.get(feature.partition("_")[0])


def stated_for(feature: str) -> str | None:
    """Return where among the statements a feature's two values stand."""
    return _BESIDE.get(feature, field_of(feature))


def best_names(
    mentions: Sequence[Mention],
    table: pa.Table,
    pairs: Sequence[tuple[int, int]],
    words: WordCounts,
) -> list[BestNames]:
    """Return the names that count in each pair of rows."""
    left, right = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    found = name_pairs(table, left, right, words)
    numbers, values = found.names.numbers, found.names.values
    spelled = [written(mention) for mention in mentions]
    names = []
    for (one, other), place in zip(pairs, found.best.tolist(), strict=True):
        if place < 0:
            names.append(BestNames((None, None), (None, None)))
            continue
        folded = (
            values[int(numbers[found.combined.left[place]])],
            values[int(numbers[found.combined.right[place]])],
        )
        names.append(BestNames((spelled[one][folded[0]], spelled[other][folded[1]]), folded))
    return names


def statements(
    left: Mention, right: Mention, table: pa.Table, names: BestNames
) -> dict[str, Sides]:
    """Return what the two sides, rows of a table of two, say in each field."""
    sides = (left, right)
    is_with_text = (left.kind is MentionKind.TEXT) != (right.kind is MentionKind.TEXT)
    rows = table.to_pylist()
    are_told = any(row["regimes"] for row in rows)
    days = [row["listed_on"] or [row["published_on"]] for row in rows]
    lists: dict[str, list[list[str]]] = {
        "birth dates": [[str(born) for born in side.birth_dates] for side in sides],
        "identifiers": [
            sorted(f"{one.scheme} {one.value}" for one in side.identifiers) for side in sides
        ],
        "countries": [list(side.countries) for side in sides],
        "countries of programmes and names": [
            sorted({*row["countries"], *row["regimes"]}) if are_told else [] for row in rows
        ],
        "lists": [[side.source] for side in sides],
        "days of founding and of listing": [
            [
                *([f"begun {row['begun_on']}"] if row["begun_on"] else []),
                *([f"listed {min(row['listed_on'])}"] if row["listed_on"] else []),
            ]
            for row in rows
        ],
        "genders": [list(side.properties.get("gender", ())) for side in sides],
        "kinds": [
            [] if side.entity_kind is EntityKind.UNKNOWN else [side.entity_kind.value]
            for side in sides
        ],
        "dates of listing and of the text": [
            [str(day) for day in given if day is not None] if is_with_text else [] for given in days
        ],
    }
    joined = {field: (_joined(given[0]), _joined(given[1])) for field, given in lists.items()}
    return {NAMES: names.written, **_of_all_names(left, right), **joined}


def _of_all_names(left: Mention, right: Mention) -> dict[str, Sides]:
    """Return the primary names, the acronyms of the other side, and the names both have."""
    spelled = [written(side) for side in (left, right)]
    sides = [
        (
            [name.value for name in side.names if name.type is NameType.PRIMARY],
            _acronyms(own, other),
            list(dict.fromkeys(own[folded] for folded in own if folded in other)),
        )
        for side, own, other in zip((left, right), spelled, reversed(spelled), strict=True)
    ]
    return {
        field: (_joined(one), _joined(other))
        for field, one, other in zip(_OF_ALL_NAMES.values(), *sides, strict=True)
    }


def _acronyms(own: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """Return the names of one side of which the other has the acronym, or which are one."""
    shorts = {initials(name) for name in other} - {""}
    plain = {name.replace(" ", "") for name in other}
    found = (
        text
        for folded, text in own.items()
        if folded.replace(" ", "") in shorts or (initials(folded) and initials(folded) in plain)
    )
    return list(dict.fromkeys(found))


def _joined(values: Sequence[str]) -> str | None:
    return "; ".join(values) or None
