"""Documents, the sources they are of, and the counts that texts state."""

from datetime import date, datetime

from actors.graph import Graph, Row
from actors.records import CountClaim, Document, DocumentId, SourceId, SourceTier
from resolution.state import StoredDocument

DOCUMENT_COUNT = """
MATCH (document:Document)
RETURN count(document) AS documents
"""

DOCUMENTS = """
MATCH (document:Document)-[:FROM]->(source:Source)
RETURN document {.id, .title, .url, .publishedOn, .retrievedAt, .language, .sha256, .text,
                 .isComplete, .readWith, source: source.id} AS document
ORDER BY document.id
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


def document_count(graph: Graph) -> int:
    """Return how many documents there are; ingestion only ever adds some."""
    [row] = graph.read(DOCUMENT_COUNT)
    return int(row["documents"])


def stored_documents(graph: Graph) -> dict[DocumentId, StoredDocument]:
    """Return every document by its id."""
    rows = [row["document"] for row in graph.read(DOCUMENTS)]
    return {DocumentId(row["id"]): StoredDocument(_document(row), row["readWith"]) for row in rows}


def stored_claims(graph: Graph) -> dict[DocumentId, tuple[CountClaim, ...]]:
    """Return the counts found in each text, in the order in which they stand there."""
    claims: dict[DocumentId, tuple[CountClaim, ...]] = {}
    for row in graph.read(CLAIMS):
        found = CountClaim(**row["claim"])
        claims[row["document"]] = (*claims.get(row["document"], ()), found)
    return claims


def stored_tiers(graph: Graph) -> dict[SourceId, SourceTier]:
    """Return how far each source is to be trusted."""
    return {row["source"]: SourceTier(row["tier"]) for row in graph.read(TIERS)}


def _document(row: Row) -> Document:
    return Document(
        id=DocumentId(row["id"]),
        source=SourceId(row["source"]),
        title=row["title"],
        sha256=row["sha256"],
        retrieved_at=datetime.fromisoformat(row["retrievedAt"]),
        published_on=date.fromisoformat(row["publishedOn"]) if row["publishedOn"] else None,
        url=row["url"],
        language=row["language"],
        text=row["text"],
        is_complete=row["isComplete"],
    )
