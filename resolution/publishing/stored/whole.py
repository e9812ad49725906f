"""The whole state of the graph for a run, and what of it is read again while the run goes on."""

from dataclasses import replace

from actors.graph import Graph
from actors.records import MentionKind
from resolution.publishing.stored.derived import (
    stored_designations,
    stored_entities,
    stored_pairs,
)
from resolution.publishing.stored.documents import (
    document_count,
    stored_claims,
    stored_documents,
    stored_tiers,
)
from resolution.publishing.stored.judgements import given_judgements
from resolution.publishing.stored.mentions import reassigned, stored_mentions
from resolution.state import State


def stored_state(graph: Graph) -> State:
    """Read all that a run needs, again where an ingestion came between the statements.

    A new edition whose records were read before it, say, would seem to lack them all.
    """
    documents = document_count(graph)
    while True:
        state = _read_state(graph)
        before, documents = documents, document_count(graph)
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


def with_judgements(state: State, graph: Graph) -> State:
    """Return the state with the judgements as they stand now.

    One on a mention that came after the state was read is left to the run that reads the mention.
    """
    known = {stored.mention.id for stored in state.mentions}
    judgements = (
        one for one in given_judgements(graph) if one.left in known and one.right in known
    )
    return replace(state, judgements=tuple(judgements))


def with_what_was_published(state: State, graph: Graph) -> State:
    """Return the state after part of what followed from it was published.

    What the mentions say stands as it was read.
    """
    return replace(
        state,
        mentions=tuple(reassigned(state.mentions, graph)),
        pairs=tuple(stored_pairs(graph)),
        entities=stored_entities(graph),
        designations=tuple(stored_designations(graph)),
    )


def _read_state(graph: Graph) -> State:
    state = State(
        mentions=tuple(stored_mentions(graph, *MentionKind)),
        documents=stored_documents(graph),
        tiers=stored_tiers(graph),
        claims=stored_claims(graph),
        judgements=(),
        pairs=tuple(stored_pairs(graph)),
        entities=stored_entities(graph),
        designations=tuple(stored_designations(graph)),
    )
    return with_judgements(state, graph)
