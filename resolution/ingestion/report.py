"""What an ingestion did, document by document.

Records read equal mentions stored plus rows rejected.
"""

from dataclasses import dataclass

from actors.records import Rejected


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """One document's outcome. `older` mentions stay as a newer edition, stored before, has them."""

    source: str
    document: str
    title: str
    records: int
    created: int
    changed: int
    unchanged: int
    older: int
    rejected: tuple[Rejected, ...]
    is_new: bool
    is_damaged: bool
    """Whether it was said to be complete and lost records: what it lacks is not taken off."""
    is_text: bool
    """Whether it is prose: what it mentions is found by the next run."""

    @property
    def mentions(self) -> int:
        """How many of the records are in the graph."""
        return self.created + self.changed + self.unchanged + self.older


@dataclass(frozen=True, slots=True)
class IngestReport:
    """All documents of one ingestion, in the order they were read."""

    documents: tuple[DocumentReport, ...]

    @property
    def records(self) -> int:
        """How many records were read."""
        return sum(document.records for document in self.documents)

    @property
    def mentions(self) -> int:
        """How many of them are in the graph."""
        return sum(document.mentions for document in self.documents)

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        """Every row that was skipped, with its reason."""
        return tuple(row for document in self.documents for row in document.rejected)
