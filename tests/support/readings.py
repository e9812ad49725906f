"""Builders of what ingestion stores: editions of a list, articles; and of verdicts."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from actors.graph import Graph
from actors.progress import Silent
from actors.records import (
    DesignationClaim,
    Document,
    EntityKind,
    Identifier,
    Mention,
    MentionId,
    MentionKind,
    Name,
    NameType,
    PartialDate,
    RelationClaim,
    RelationType,
    Source,
    SourceId,
    SourceTier,
    document_id,
    record_mention_id,
)
from resolution.ingestion import ingest
from resolution.model import shipped_model
from resolution.pipeline import resolve
from resolution.runs import RunReport
from resolution.sources import Reading, SourcedReading, read_all, read_catalogue

DEMO = Path(__file__).parents[2] / "demo" / "catalogue.toml"
DAY = date(2024, 12, 31)


def record(
    number: str,
    name: str,
    *,
    aliases: Sequence[str] = (),
    born: str | None = None,
    kind: EntityKind = EntityKind.PERSON,
    countries: Sequence[str] = (),
    passport: str | None = None,
    authority: str = "us-ofac",
    listed: str | None = "2024-12-16",
    linked_to: Sequence[str] = (),
    source: str = "list",
) -> Mention:
    """A list's record of somebody its authority designated; `edition` gives it its document."""
    identifier = SourceId(source)
    return Mention(
        id=record_mention_id(identifier, number),
        kind=MentionKind.RECORD,
        source=identifier,
        document=document_id(identifier, ""),
        entity_kind=kind,
        quote=name,
        names=(Name(name), *(Name(alias, NameType.ALIAS) for alias in aliases)),
        record_id=number,
        birth_dates=(PartialDate.parse(born),) if born else (),
        countries=tuple(countries),
        identifiers=(
            Identifier(f"{source}-uid", number),
            *((Identifier("passport", passport),) if passport else ()),
        ),
        designations=(
            DesignationClaim(authority, listed_on=PartialDate.parse(listed) if listed else None),
        ),
        relations=tuple(RelationClaim(RelationType.LINKED_TO, name) for name in linked_to),
    )


def edition(*records: Mention, on: date | None = DAY, is_complete: bool = True) -> SourcedReading:
    """An edition of the list that its records are of."""
    identifier = records[0].source
    digest = hashlib.sha256(f"{on}{records}".encode()).hexdigest()
    document = Document(
        id=document_id(identifier, digest),
        source=identifier,
        title=f"Edition of {on}",
        sha256=digest,
        retrieved_at=datetime(2025, 2, 1, tzinfo=UTC),
        published_on=on,
        is_complete=is_complete,
    )
    source = Source(identifier, f"The {identifier}", "Somebody", SourceTier.OFFICIAL_LIST, "us")
    return SourcedReading(source, Reading(document, tuple(_in(document, one) for one in records)))


def article(
    text: str, *, on: date | None = date(2024, 12, 17), title: str = "News"
) -> SourcedReading:
    """An article of the paper."""
    source = Source(SourceId("paper"), "The paper", "Somebody", SourceTier.NEWS)
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(
        id=document_id(source.id, digest),
        source=source.id,
        title=title,
        sha256=digest,
        retrieved_at=datetime(2025, 2, 1, tzinfo=UTC),
        published_on=on,
        text=text,
    )
    return SourcedReading(source, Reading(document))


@cache
def demonstration() -> tuple[SourcedReading, ...]:
    """What the demonstration reads."""
    return read_all(read_catalogue(DEMO))


def stored(graph: Graph, *readings: SourcedReading) -> None:
    """Ingest readings."""
    ingest(graph, readings, Silent())


def run(graph: Graph, *, full: bool = False) -> RunReport:
    """Resolve with the shipped model."""
    return resolve(graph, shipped_model(), Silent(), full=full)


def judge(graph: Graph, left: Mention, right: Mention, verdict: str, number: int = 1) -> None:
    """Store a verdict as a reviewer's."""
    graph.write(
        """
        MATCH (left:Mention {id: $left})
        MATCH (right:Mention {id: $right})
        CREATE (judgement:Judgement {id: $id, verdict: $verdict, actor: 'reviewer',
                                     createdAt: '2025-01-01T00:00:00Z'})
        CREATE (judgement)-[:LEFT]->(left)
        CREATE (judgement)-[:RIGHT]->(right)
        """,
        left=left.id,
        right=right.id,
        verdict=verdict,
        id=f"J-{number}",
    )


def retract(graph: Graph, number: int = 1) -> None:
    """Take a verdict back."""
    graph.write(
        "MATCH (j:Judgement {id: $id}) SET j.retractedAt = '2025-01-02T00:00:00Z'", id=f"J-{number}"
    )


def entity_of(graph: Graph, mention: MentionId) -> str:
    """Return the id of the entity a mention is resolved to."""
    [row] = graph.read(
        "MATCH (:Mention {id: $id})-[:RESOLVED_TO]->(entity) RETURN entity.id AS id", id=mention
    )
    return str(row["id"])


def _in(document: Document, mention: Mention) -> Mention:
    return replace(mention, document=document.id)
