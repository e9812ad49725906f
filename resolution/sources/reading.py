"""What a reader is and what it returns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from actors.errors import SourceError
from actors.records import Document, Mention, Rejected, Source
from resolution.sources.acceptance import problem_of
from resolution.sources.entries import CatalogueDocument
from resolution.sources.sharing import with_shared_numbers


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, what it mentions, and what of it could not be read."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    is_damaged: bool = False
    """Whether the edition was said to be complete and is not: some of its records are lost."""

    @property
    def records(self) -> int:
        """How many records were read: each is a mention or rejected."""
        return len(self.mentions) + len(self.rejected)


@dataclass(frozen=True, slots=True)
class SourcedReading:
    """A reading and the source it belongs to."""

    source: Source
    reading: Reading
    is_default: bool = False
    """Whether only the source's id was given: a source that is known already stays as it is."""


class Reader(Protocol):
    """Reads one document of a source; a file that is not of its format is a SourceError."""

    def __call__(self, source: Source, entry: CatalogueDocument, /) -> Reading:
        """Return all the document says."""


def list_reading(
    entry: CatalogueDocument,
    document: Document,
    records: Iterable[tuple[int, Mention]],
    rejected: Sequence[Rejected],
    *,
    is_cut: bool = False,
) -> Reading:
    """Return a list's reading; a list of which nothing could be read is not that list.

    Every record comes with its row, and one that cannot be stored is rejected here. An edition that
    lost records, or was cut off, is not complete, whatever the catalogue says: what it lacks may
    be on the list still.
    """
    mentions: list[Mention] = []
    unread = list(rejected)
    for row, mention in records:
        problem = problem_of(mention)
        if problem:
            unread.append(Rejected(str(entry.path), row, problem))
        else:
            mentions.append(mention)
    if mentions:
        is_damaged = document.is_complete and (is_cut or any(row.loses_record for row in unread))
        told = replace(document, is_complete=False) if is_damaged else document
        return Reading(told, with_shared_numbers(mentions), tuple(unread), is_damaged)
    if unread:
        first = unread[0]
        problem = f"no record of the expected format is here; the first: {first.reason}"
        raise SourceError(entry.path, first.row, problem)
    raise SourceError(entry.path, None, "the list has no records; fetch it again")
