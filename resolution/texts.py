"""The stage that reads texts: documents in, their mentions and counts into the graph.

Texts are read by the run and not at ingestion, since the gazetteer comes from the lists (decision
003): a text is read again when the names on the lists, or the way of reading, have changed.
"""

from actors.progress import Progress
from actors.records import MentionKind
from resolution.ingestion.texts import store_text
from resolution.runs import Lease
from resolution.state import State
from resolution.text import EXTRACTOR, Gazetteer, fingerprint, read_text


def read_texts(lease: Lease, state: State, progress: Progress) -> int:
    """Read every text that was not read with the present gazetteer; return how many were."""
    records = [one.mention for one in state.mentions if one.mention.kind is MentionKind.RECORD]
    read_with = f"{EXTRACTOR}:{fingerprint(records)}"
    unread = [
        stored.document
        for stored in state.documents.values()
        if stored.document.text is not None and stored.read_with != read_with
    ]
    progress.stage("read texts", len(unread))
    if unread:
        gazetteer = Gazetteer.of(records)
        for document in unread:
            store_text(lease, document, read_text(document, gazetteer), read_with)
            progress.advance()
    return len(unread)
