"""What stands in the graph already: read for a run, in frozen records the pure stages work on."""

from resolution.publishing.stored.judgements import stored_judgements
from resolution.publishing.stored.mentions import stored_mentions
from resolution.publishing.stored.whole import (
    stored_state,
    with_judgements,
    with_texts_read,
    with_what_was_published,
)

__all__ = [
    "stored_judgements",
    "stored_mentions",
    "stored_state",
    "with_judgements",
    "with_texts_read",
    "with_what_was_published",
]
