"""What the graph holds before a run: mentions with their places, documents, judgements, pairs.

Flows in: the graph. Flows out: frozen values the pure stages work on. Content is read in the
interchange format, the very bytes that ingestion stored, so a run depends on nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

import orjson

from actors.errors import RunError
from actors.graph import Graph, Row
from actors.records import (
    CountClaim,
    DesignationStatus,
    Document,
    DocumentId,
    EntityId,
    EntityKind,
    Mention,
    MentionId,
    MentionKind,
    PartialDate,
    SourceId,
    SourceTier,
    Verdict,
)
from actors.records.interchange import from_json
from resolution.designations import Designation


@dataclass(frozen=True, slots=True)
class StoredMention:
    """A mention and what the graph knows of it."""

    mention: Mention
    sequence: int
    first_seen_on: date
    last_seen_on: date
    is_compared: bool
    """Whether a finished run compared the mention as it stands."""
    former: Mention | None
    """The mention as it was compared before its content changed, until a run compares it again."""
    is_retired: bool
    """Whether a later reading of its text found it no more."""
    content_hash: str
    entity: EntityId | None
    """The entity it is resolved to now."""
    score: float | None
    was_founder: bool = False
    """Whether its own id was ever served."""
    settled: str | None = None
    """What the last run took into account beside its content; see `settlement`."""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document, and what last read its text."""

    document: Document
    read_with: str | None


@dataclass(frozen=True, slots=True)
class StoredJudgement:
    """A standing verdict on two mentions."""

    left: MentionId
    right: MentionId
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class UnsettledJudgement:
    """A judgement that was made, changed or taken back since a run honoured it."""

    node: str
    """The database's own id: whoever wrote a judgement in Cypher may have given it none."""
    left: MentionId
    right: MentionId
    verdict: str | None
    """What stands of it now."""


@dataclass(frozen=True, slots=True)
class StoredEntity:
    """What a run must know of an entity that it need not derive again."""

    content_hash: str
    kind: EntityKind
    mentions: int


@dataclass(frozen=True, slots=True)
class StoredDesignation:
    """A designation as an earlier run derived it."""

    id: str
    content_hash: str
    entity: EntityId | None
    """None where a run was stopped between removing an entity and its designations."""
    status: DesignationStatus
    standing: Designation | None
    """What makes it part of an action; None where it has no day, and is part of none."""


@dataclass(frozen=True, slots=True)
class StoredPair:
    """A comparison of an earlier run."""

    left: MentionId
    right: MentionId
    score: float
    joins: bool
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class State:
    """What the graph holds when a run begins."""

    mentions: tuple[StoredMention, ...]
    """In the order of first ingestion; a mention's place here is its `position` in all tables."""
    documents: Mapping[DocumentId, StoredDocument]
    tiers: Mapping[SourceId, SourceTier]
    claims: Mapping[DocumentId, tuple[CountClaim, ...]]
    judgements: tuple[StoredJudgement, ...]
    unsettled: tuple[UnsettledJudgement, ...]
    pairs: tuple[StoredPair, ...]
    entities: Mapping[EntityId, StoredEntity]
    designations: tuple[StoredDesignation, ...]

    @property
    def assigned(self) -> dict[MentionId, tuple[EntityId, float | None]]:
        """Each resolved mention's entity and score."""
        return {
            stored.mention.id: (stored.entity, stored.score)
            for stored in self.mentions
            if stored.entity is not None
        }


DOCUMENT_COUNT = """
MATCH (document:Document)
RETURN count(document) AS documents
"""

MENTIONS = """
MATCH (mention:Mention)
WHERE mention.kind IN $kinds
OPTIONAL MATCH (mention)-[resolved:RESOLVED_TO]->(entity:Entity)
RETURN mention.content AS content, mention.contentHash AS contentHash,
       mention.sequence AS sequence,
       mention.firstSeenOn AS firstSeenOn, mention.lastSeenOn AS lastSeenOn,
       coalesce(mention.comparedHash = mention.contentHash, false) AS isCompared,
       mention.formerContent AS former, coalesce(mention.isRetired, false) AS isRetired,
       entity.id AS entity, resolved.score AS score, mention.settled AS settled,
       coalesce(mention.wasFounder, false) AS wasFounder
ORDER BY sequence
"""

DOCUMENTS = """
MATCH (document:Document)-[:FROM]->(source:Source)
RETURN document {.id, .title, .url, .publishedOn, .retrievedAt, .language, .sha256, .text,
                 .isComplete, .readWith, source: source.id} AS document
ORDER BY document.id
"""

JUDGEMENTS = """
MATCH (left:Mention)<-[:LEFT]-(judgement:Judgement)-[:RIGHT]->(right:Mention)
WHERE judgement.retractedAt IS NULL AND coalesce(judgement.verdict, '') <> 'UNSURE'
RETURN coalesce(judgement.id, elementId(judgement)) AS judgement,
       left.id AS left, right.id AS right, judgement.verdict AS verdict
ORDER BY judgement
"""

UNSETTLED = """
MATCH (left:Mention)<-[:LEFT]-(judgement:Judgement)-[:RIGHT]->(right:Mention)
WITH judgement, left, right,
     CASE WHEN judgement.retractedAt IS NULL AND judgement.verdict <> 'UNSURE'
          THEN judgement.verdict END AS verdict
WHERE coalesce(judgement.honoured, '') <> coalesce(verdict, '')
RETURN elementId(judgement) AS node, left.id AS left, right.id AS right, verdict
ORDER BY node
"""

PAIRS = """
MATCH (left:Mention)-[compared:COMPARED]->(right:Mention)
RETURN left.id AS left, right.id AS right, compared.score AS score, compared.joins AS joins,
       compared.blockedBy AS rules
"""


CLAIMS = """
MATCH (claim:CountClaim)-[:IN]->(document:Document)
RETURN document.id AS document,
       claim {.quote, .start, .end, .persons, .organizations, .vessels, .aircraft, .actors} AS claim
ORDER BY document, claim.start
"""

TIERS = """
MATCH (source:Source)
RETURN source.id AS source, source.tier AS tier
"""

ENTITIES = """
MATCH (entity:Entity)
RETURN entity.id AS id, entity.contentHash AS contentHash, entity.kind AS kind,
       entity.mentionCount AS mentions
"""

DESIGNATIONS = """
MATCH (designation:Designation)
OPTIONAL MATCH (designation)-[:DESIGNATES]->(entity:Entity)
RETURN designation.id AS id, designation.contentHash AS contentHash, entity.id AS entity,
       designation.announcedOn AS announcedOn, designation.listedOn AS listedOn,
       designation.status AS status, designation.firstSeenOn AS firstSeenOn,
       head(COLLECT { MATCH (designation)-[:BY]->(authority) RETURN authority.id }) AS authority,
       COLLECT {
         MATCH (designation)-[:UNDER]->(programme) RETURN programme.id ORDER BY programme.id
       } AS programmes
"""


def stored_state(graph: Graph) -> State:
    """Read all that a run needs, again where an ingestion came between the statements.

    A new edition whose records were read before it, say, would seem to lack them all.
    """
    documents = graph.read(DOCUMENT_COUNT)
    while True:
        state = _read_state(graph)
        before, documents = documents, graph.read(DOCUMENT_COUNT)
        if documents == before:
            return state


def with_texts_read(state: State, graph: Graph) -> State:
    """Return the state after texts were read: what lists say stands as it was."""
    records = [one for one in state.mentions if one.mention.kind is MentionKind.RECORD]
    texts = stored_mentions(graph, MentionKind.TEXT)
    return replace(
        state,
        mentions=tuple(sorted([*records, *texts], key=lambda one: one.sequence)),
        claims=stored_claims(graph),
        pairs=tuple(stored_pairs(graph)),
    )


def _read_state(graph: Graph) -> State:
    return State(
        mentions=tuple(stored_mentions(graph, *MentionKind)),
        documents=stored_documents(graph),
        tiers={row["source"]: SourceTier(row["tier"]) for row in graph.read(TIERS)},
        claims=stored_claims(graph),
        judgements=tuple(stored_judgements(graph)),
        unsettled=tuple(UnsettledJudgement(**row) for row in graph.read(UNSETTLED)),
        pairs=tuple(stored_pairs(graph)),
        entities=stored_entities(graph),
        designations=tuple(stored_designations(graph)),
    )


def stored_mentions(graph: Graph, *kinds: MentionKind) -> list[StoredMention]:
    """Return every mention of these kinds, in the order of first ingestion."""
    return [
        StoredMention(
            mention=from_json(orjson.loads(row["content"])),
            sequence=row["sequence"],
            first_seen_on=date.fromisoformat(row["firstSeenOn"]),
            last_seen_on=date.fromisoformat(row["lastSeenOn"]),
            is_compared=row["isCompared"],
            former=from_json(orjson.loads(row["former"])) if row["former"] else None,
            is_retired=row["isRetired"],
            content_hash=row["contentHash"],
            entity=row["entity"],
            score=row["score"],
            was_founder=row["wasFounder"],
            settled=row["settled"],
        )
        for row in graph.read(MENTIONS, kinds=[kind.value for kind in kinds])
    ]


def stored_documents(graph: Graph) -> dict[DocumentId, StoredDocument]:
    """Return every document by its id."""
    rows = [row["document"] for row in graph.read(DOCUMENTS)]
    return {
        DocumentId(row["id"]): StoredDocument(
            Document(
                id=DocumentId(row["id"]),
                source=SourceId(row["source"]),
                title=row["title"],
                sha256=row["sha256"],
                retrieved_at=datetime.fromisoformat(row["retrievedAt"]),
                published_on=_day(row["publishedOn"]),
                url=row["url"],
                language=row["language"],
                text=row["text"],
                is_complete=row["isComplete"],
            ),
            row["readWith"],
        )
        for row in rows
    }


def stored_claims(graph: Graph) -> dict[DocumentId, tuple[CountClaim, ...]]:
    """Return the counts found in each text, in the order in which they stand there."""
    claims: dict[DocumentId, tuple[CountClaim, ...]] = {}
    for row in graph.read(CLAIMS):
        found = CountClaim(**row["claim"])
        claims[row["document"]] = (*claims.get(row["document"], ()), found)
    return claims


def stored_judgements(graph: Graph) -> list[StoredJudgement]:
    """Return the verdicts that bind: SAME and DIFFERENT, not taken back."""
    return [_judgement(row) for row in graph.read(JUDGEMENTS)]


def stored_pairs(graph: Graph) -> list[StoredPair]:
    """Return the comparisons that earlier runs kept."""
    return [
        StoredPair(row["left"], row["right"], row["score"], row["joins"], tuple(row["rules"]))
        for row in graph.read(PAIRS)
    ]


def stored_entities(graph: Graph) -> dict[EntityId, StoredEntity]:
    """Return every present entity."""
    return {
        row["id"]: StoredEntity(row["contentHash"], EntityKind(row["kind"]), row["mentions"])
        for row in graph.read(ENTITIES)
    }


def stored_designations(graph: Graph) -> list[StoredDesignation]:
    """Return every designation that earlier runs derived."""
    return [
        StoredDesignation(
            row["id"],
            row["contentHash"],
            row["entity"],
            DesignationStatus(row["status"]),
            _standing(row),
        )
        for row in graph.read(DESIGNATIONS)
    ]


def _standing(row: Row) -> Designation | None:
    announced_on, listed_on = row["announcedOn"], row["listedOn"]
    if row["entity"] is None or not (announced_on or listed_on):
        return None
    return Designation(
        id=row["id"],
        entity=row["entity"],
        authority=row["authority"].removeprefix("authority:"),
        status=DesignationStatus(row["status"]),
        programmes=tuple(key.removeprefix("programme:") for key in row["programmes"]),
        legal_bases=(),
        listed_on=PartialDate.parse(listed_on) if listed_on else None,
        announced_on=PartialDate.parse(announced_on) if announced_on else None,
        ended_on=None,
        first_seen_on=date.fromisoformat(row["firstSeenOn"]),
        reasons=(),
        evidence=(),
    )


def _judgement(row: Row) -> StoredJudgement:
    """Return the judgement; whoever wrote one in Cypher may have written what none can be."""
    if row["verdict"] not in tuple(Verdict):
        problem = f"has the verdict {row['verdict']!r}, which is none of {', '.join(Verdict)}"
    elif row["left"] == row["right"]:
        problem = f"has {row['left']} on both sides, and judges nothing"
    else:
        return StoredJudgement(row["left"], row["right"], Verdict(row["verdict"]))
    message = f"Judgement {row['judgement']} {problem}; mend it, or set its retractedAt."
    raise RunError(message)


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
