"""Constraints and indexes of the graph that docs/graph.md describes.

In flows a connected graph, out comes the same graph with every constraint and index online. They
are compared by name with what stands there, so that a second call costs one short query; whoever
changes a definition changes its name with it.
"""

from dataclasses import dataclass

from actors.graph.connection import Graph

ENTITY_NAMES = "entity_names"
"""Full-text index over `Entity.searchNames`, folded spellings: whole words and their beginnings."""

UNIQUE_IDS = (
    "Action",
    "Authority",
    "Counter",
    "CountClaim",
    "Designation",
    "Document",
    "Entity",
    "Identifier",
    "IdentityEvent",
    "Judgement",
    "Lease",
    "LegalBasis",
    "Mention",
    "Programme",
    "Run",
    "Source",
)

LOOKED_UP = {
    "Action": ("date",),
    "Designation": ("listedOn", "announcedOn", "status"),
    "Document": ("publishedOn", "sha256"),
    "Entity": ("kind", "sortCaption", "mentionCount", "designationCount", "lastListedOn"),
    "Identifier": ("key",),
    "LegalBasis": ("code",),
    "Mention": ("entityId", "sequence"),
    "Programme": ("key",),
    "Run": ("startedAt", "status"),
}
"""Properties by which the service filters, orders and pages, or a run finds its work."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A constraint or index, and the statement that makes it."""

    name: str
    statement: str


def definitions() -> tuple[Definition, ...]:
    """Return everything that `ensure_schema` makes, constraints first."""
    return (
        *(_unique_id(label) for label in UNIQUE_IDS),
        *(_range_index(label, key) for label, keys in LOOKED_UP.items() for key in keys),
        _entity_names(),
    )


def ensure_schema(graph: Graph) -> int:
    """Make what is missing, wait until it can be used, and return how many were made."""
    present = {row["name"] for row in graph.read(_INDEX_NAMES)}
    missing = [definition for definition in definitions() if definition.name not in present]
    with graph.transaction() as transaction:
        for definition in missing:
            transaction.run(definition.statement)
    if missing:
        graph.write("CALL db.awaitIndexes(300)")
    return len(missing)


_INDEX_NAMES = "SHOW INDEXES YIELD name RETURN name"  # a constraint owns an index of its name


def _unique_id(label: str) -> Definition:
    name = f"{label.lower()}_id"
    return Definition(
        name,
        f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (node:{label}) REQUIRE node.id IS UNIQUE",
    )


def _range_index(label: str, key: str) -> Definition:
    name = f"{label.lower()}_{key.lower()}"
    return Definition(name, f"CREATE INDEX {name} IF NOT EXISTS FOR (node:{label}) ON (node.{key})")


def _entity_names() -> Definition:
    # Names are folded before they are stored; the whitespace analyser leaves them as they are.
    return Definition(
        ENTITY_NAMES,
        f"""
        CREATE FULLTEXT INDEX {ENTITY_NAMES} IF NOT EXISTS
        FOR (node:Entity) ON EACH [node.searchNames]
        OPTIONS {{indexConfig: {{`fulltext.analyzer`: 'whitespace'}}}}
        """,
    )
