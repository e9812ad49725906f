"""Reads the consolidated list of the United Nations Security Council (XML).

Comments cite other records of the list by reference number: those become relations, as the number
names its target beyond doubt.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from actors.records import EntityKind, Rejected, RelationType, Source
from resolution.sources.dates import one_date
from resolution.sources.documents import Described, document_of, read_bytes
from resolution.sources.drafts import RecordDraft
from resolution.sources.entries import CatalogueDocument
from resolution.sources.markup import line_of, parse_xml, text_of
from resolution.sources.prose import relate_by_prose
from resolution.sources.reading import Reading, list_reading
from resolution.sources.un.record import draft_of

_KINDS = {
    "INDIVIDUALS/INDIVIDUAL": EntityKind.PERSON,
    "ENTITIES/ENTITY": EntityKind.ORGANIZATION,
}
_CITED = re.compile(r"\b([A-Z]{2}[ie]\.\d{3})\b")


@dataclass(frozen=True, slots=True)
class _Record:
    """A record of the list, where it stands and what is said of it in prose."""

    draft: RecordDraft
    line: int
    comment: str


def read(source: Source, entry: CatalogueDocument) -> Reading:
    """Return all records of the list."""
    content = read_bytes(entry.path)
    root = parse_xml(entry.path, content, "CONSOLIDATED_LIST")
    found = Described(language="en", published_on=_day(root.get("dateGenerated", "")))
    document = document_of(source, entry, [content], found)
    records: dict[str, _Record] = {}
    rejected: list[Rejected] = []
    for path, kind in _KINDS.items():
        for element in root.iterfind(path):
            draft, line = draft_of(element, kind), line_of(element)
            number = draft.record_id
            problem = _problem(draft, records)
            if problem:
                is_lost = number not in records
                rejected.append(Rejected(str(entry.path), line, problem, loses_record=is_lost))
            else:
                records[number] = _Record(draft, line, text_of(element, "COMMENTS1"))
    _relate(records)
    finished = ((record.line, record.draft.finish(document)) for record in records.values())
    return list_reading(entry, document, finished, rejected)


def _day(text: str) -> date | None:
    stated = one_date(text)
    return stated.earliest() if stated and stated.is_full else None


def _problem(draft: RecordDraft, records: Mapping[str, _Record]) -> str | None:
    if not draft.record_id:
        return "has no reference number; expected one as KPi.033"
    if not draft.names:
        return f"record {draft.record_id} has no name"
    if draft.record_id in records:
        return f"record {draft.record_id} stands in the list already"
    return None


def _relate(records: Mapping[str, _Record]) -> None:
    primary = {number: next(iter(record.draft.names)) for number, record in records.items()}
    listed = {name.lower(): name for record in records.values() for name in record.draft.names}
    for number, record in records.items():
        relate_by_prose(record.draft, record.comment, listed)
        related = {claim.target for claim in record.draft.relations}
        for cited in _CITED.findall(record.comment):
            target = primary.get(cited)
            if target and cited != number and target not in related:
                record.draft.relate(RelationType.LINKED_TO, target)
