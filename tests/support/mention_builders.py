"""Mentions with honest defaults, so that a test shows only what it is about."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import count

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from actors.records import (
    DesignationClaim,
    DocumentId,
    EntityKind,
    Identifier,
    Mention,
    MentionKind,
    Name,
    NameType,
    PartialDate,
    SourceId,
    record_mention_id,
    text_mention_id,
)
from resolution.comparison import FEATURES, compare
from resolution.model import WordCounts
from resolution.table import mention_table

_numbers = count(1)


def record(
    *names: str | Name,
    born: str = "",
    countries: Sequence[str] = (),
    numbers: Sequence[str] = (),
    kind: EntityKind = EntityKind.PERSON,
    source: str = "list-a",
    listed: str = "",
    gender: str = "",
    record_id: str = "",
) -> Mention:
    """A record of a list; the first plain name is primary, the others aliases."""
    spelled = tuple(
        name
        if isinstance(name, Name)
        else Name(name, NameType.ALIAS if place else NameType.PRIMARY)
        for place, name in enumerate(names)
    )
    key = record_id or str(next(_numbers))
    return Mention(
        id=record_mention_id(SourceId(source), key),
        kind=MentionKind.RECORD,
        source=SourceId(source),
        document=DocumentId(f"D-{source}"),
        entity_kind=kind,
        quote=spelled[0].value,
        names=spelled,
        record_id=key,
        birth_dates=tuple(PartialDate.parse(one) for one in born.split()),
        countries=tuple(countries),
        identifiers=tuple(Identifier(*number.split("=")) for number in numbers),
        properties={"gender": (gender,)} if gender else {},
        designations=(DesignationClaim("us-ofac", listed_on=PartialDate.parse(listed)),)
        if listed
        else (),
    )


def text(name: str, *, document: str = "D-text", kind: EntityKind = EntityKind.UNKNOWN) -> Mention:
    """A span of a text."""
    start = next(_numbers) * 1000
    return Mention(
        id=text_mention_id(DocumentId(document), start, start + len(name)),
        kind=MentionKind.TEXT,
        source=SourceId("press"),
        document=DocumentId(document),
        entity_kind=kind,
        quote=name,
        names=(Name(name),),
        start=start,
        end=start + len(name),
    )


def features(
    left: Mention, right: Mention, published_on: Mapping[DocumentId, date] | None = None
) -> dict[str, float]:
    """The features of a pair that are not 0."""
    table = mention_table([left, right], published_on or {})
    row = compare(table, np.array([0]), np.array([1]), WordCounts(400, {"kim": 40, "ali": 40}))[0]
    return {
        name: round(float(value), 9)
        for name, value in zip(FEATURES, row, strict=True)
        if value != 0.0
    }


def pair_table(pairs: Sequence[tuple[int, int]]) -> pa.Table:
    """Pairs of positions as blocking returns them."""
    left, right = (pa.array([pair[side] for pair in pairs], pa.int32()) for side in (0, 1))
    rules = pa.array([["name"]] * len(pairs), pa.list_(pa.string()))
    return pa.table({"left": left, "right": right, "rules": rules})


def all_pairs(size: int) -> npt.NDArray[np.int64]:
    """Every pair of positions below `size`, as two rows."""
    return np.array(np.triu_indices(size, 1))
