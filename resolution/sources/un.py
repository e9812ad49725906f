"""Reads the consolidated list of the United Nations Security Council (XML).

The list type is the programme, and stands for the resolution that its committee serves; resolutions
by which a comment says somebody was listed are legal bases too. Comments cite other records of the
list by reference number: those become relations, as the number names its target beyond doubt.
"""

import re
from collections.abc import Mapping
from datetime import date

from lxml import etree

from actors.countries import country_code
from actors.records import (
    DesignationClaim,
    DesignationStatus,
    EntityKind,
    Name,
    NameType,
    Rejected,
    RelationType,
    Source,
)
from resolution.sources.authorities import programme
from resolution.sources.dates import approximate, one_date
from resolution.sources.documents import Described, document_of, read_bytes
from resolution.sources.drafts import RecordDraft
from resolution.sources.entries import CatalogueDocument
from resolution.sources.markup import line_of, parse_xml, plain, text_of, texts_of
from resolution.sources.naming import person_name
from resolution.sources.numbered import numbered
from resolution.sources.papers import paper, scheme_of
from resolution.sources.prose import relate_by_prose, state_prose
from resolution.sources.reading import Reading, list_reading

AUTHORITY = "un-sc"
_KINDS = {
    "INDIVIDUALS/INDIVIDUAL": EntityKind.PERSON,
    "ENTITIES/ENTITY": EntityKind.ORGANIZATION,
}
_NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_ALIAS_TYPES = {"low": NameType.WEAK_ALIAS, "f.k.a.": NameType.FORMER}
_PLACE_PARTS = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
_ORIGINAL_SCRIPT = re.compile(
    r"(?:original script|in \w+(?: script)?)\s*:\s*(?P<name>[^.;]+)", re.IGNORECASE
)
_EXPLANATION = re.compile(r"(?<!\s)\s*+\((?:[^()\s]++\s++){3}[^()]*+\)")
"""Four words and more in parentheses explain an alias and are none of it."""
_SCRIPTS = re.compile(r"[;\n\u060c]")
_FORMERLY = re.compile(r"\b(?:previous|former)", re.IGNORECASE)
_CITED = re.compile(r"\b([A-Z]{2}[ie]\.\d{3})\b")
_SENTENCE = re.compile(r"(?<=[.\u201d])\s+(?=[A-Z])")
_LISTED = re.compile(r"\blisted\b", re.IGNORECASE)
_PURSUANT = re.compile(r"\bpursuant to\b", re.IGNORECASE)
_RESOLUTION = re.compile(r"\bresolutions? (\d{3,4})\b|\band (\d{4}) \(\d{4}\)", re.IGNORECASE)

Element = etree._Element  # noqa: SLF001  lxml has no public name for it


def read(source: Source, entry: CatalogueDocument) -> Reading:
    """Return all records of the list."""
    content = read_bytes(entry.path)
    root = parse_xml(entry.path, content, "CONSOLIDATED_LIST")
    found = Described(language="en", published_on=_day(root.get("dateGenerated", "")))
    document = document_of(source, entry, [content], found)
    drafts: dict[str, RecordDraft] = {}
    comments: dict[str, str] = {}
    lines: dict[str, int] = {}
    rejected: list[Rejected] = []
    for path, kind in _KINDS.items():
        for record in root.iterfind(path):
            draft = _draft(record, kind)
            problem = _problem(draft, drafts)
            if problem:
                is_known = draft.record_id in drafts
                rejected.append(
                    Rejected(str(entry.path), line_of(record), problem, loses_record=not is_known)
                )
            else:
                drafts[draft.record_id] = draft
                comments[draft.record_id] = text_of(record, "COMMENTS1")
                lines[draft.record_id] = line_of(record)
    _relate(drafts, comments)
    records = ((lines[number], draft.finish(document)) for number, draft in drafts.items())
    return list_reading(entry, document, records, rejected)


def _day(text: str) -> date | None:
    stated = one_date(text)
    return stated.earliest() if stated and stated.is_full else None


def _problem(draft: RecordDraft, drafts: Mapping[str, RecordDraft]) -> str | None:
    if not draft.record_id:
        return "has no reference number; expected one as KPi.033"
    if not draft.names:
        return f"record {draft.record_id} has no name"
    if draft.record_id in drafts:
        return f"record {draft.record_id} stands in the list already"
    return None


def _draft(record: Element, kind: EntityKind) -> RecordDraft:
    draft = RecordDraft(text_of(record, "REFERENCE_NUMBER"), kind)
    draft.identify("un-reference", draft.record_id)
    draft.identify("un-dataid", text_of(record, "DATAID"))
    _call(draft, record)
    element = "INDIVIDUAL" if kind is EntityKind.PERSON else "ENTITY"
    for alias in record.iterfind(f"{element}_ALIAS"):
        _call_alias(draft, alias)
    for address in record.iterfind(f"{element}_ADDRESS"):
        _say_address(draft, address)
    for birth in record.iterfind("INDIVIDUAL_DATE_OF_BIRTH"):
        _say_birth(draft, birth)
    for place in record.iterfind("INDIVIDUAL_PLACE_OF_BIRTH"):
        draft.say("birthPlace", _place(place))
    for document in record.iterfind("INDIVIDUAL_DOCUMENT"):
        _say_document(draft, document)
    for nationality in texts_of(record, "NATIONALITY/VALUE"):
        draft.say("nationality", nationality)
        draft.place(nationality)
    for field, path in (("title", "TITLE/VALUE"), ("position", "DESIGNATION/VALUE")):
        for value in texts_of(record, path):
            draft.say(field, *numbered(value))
    draft.say("gender", text_of(record, "GENDER").lower())
    comment = text_of(record, "COMMENTS1")
    draft.say("remarks", comment)
    state_prose(draft, comment)
    draft.designations.append(_designation(record, comment))
    return draft


def _call(draft: RecordDraft, record: Element) -> None:
    name = " ".join(filter(None, (text_of(record, part) for part in _NAME_PARTS)))
    draft.call(Name(name))
    if ";" in name:
        for part in name.split(";"):
            draft.call(Name(part.strip(), NameType.ALIAS))
    for written in _SCRIPTS.split((record.findtext("NAME_ORIGINAL_SCRIPT") or "").strip()):
        draft.call(Name(plain(written), NameType.ALIAS))


def _call_alias(draft: RecordDraft, alias: Element) -> None:
    type_ = _ALIAS_TYPES.get(text_of(alias, "QUALITY").lower(), NameType.ALIAS)
    value, note = text_of(alias, "ALIAS_NAME"), text_of(alias, "NOTE")
    plain_value = _EXPLANATION.sub("", value)
    for name in (name for part in plain_value.split(";") for name in numbered(part)):
        is_person = draft.kind is EntityKind.PERSON
        draft.call(person_name(name, type_) if is_person else Name(name, type_))
    if original := _ORIGINAL_SCRIPT.search(note):
        draft.call(Name(original["name"].strip(), type_))
    if value and note:
        draft.say("aliasNote", f"{value}: {note}")
    elif plain_value != value:
        draft.say("aliasNote", value)
    if born := text_of(alias, "DATE_OF_BIRTH"):
        draft.born(born)


def _place(place: Element) -> str:
    parts = (text_of(place, part) for part in _PLACE_PARTS)
    note = text_of(place, "NOTE")
    return ", ".join(part for part in parts if part) + (f" ({note})" if note else "")


def _say_address(draft: RecordDraft, address: Element) -> None:
    draft.say("address", _place(address))
    if not _FORMERLY.search(text_of(address, "NOTE")):
        draft.place(text_of(address, "COUNTRY"))


def _say_birth(draft: RecordDraft, birth: Element) -> None:
    type_, note = text_of(birth, "TYPE_OF_DATE").upper(), text_of(birth, "NOTE")
    if type_ == "BETWEEN":
        draft.born(f"{text_of(birth, 'FROM_YEAR')} to {text_of(birth, 'TO_YEAR')}")
        return
    stated = one_date(text_of(birth, "DATE") or text_of(birth, "YEAR"))
    if stated is None:
        draft.say("birthDateNote", text_of(birth, "DATE"), note)
        return
    closer = one_date(note)
    if closer and closer.year == stated.year and stated.month is None:
        stated = closer
    elif note:
        draft.say("birthDateNote", note)
    is_about = type_ == "APPROXIMATELY" or note.lower() == "approximately"
    draft.birth_dates[approximate(stated) if is_about else stated] = None


def _say_document(draft: RecordDraft, document: Element) -> None:
    type_ = " ".join(texts_of(document, "TYPE_OF_DOCUMENT"))
    detail, number = text_of(document, "TYPE_OF_DOCUMENT2"), text_of(document, "NUMBER")
    scheme = scheme_of(type_, "national-id")
    issuer = text_of(document, "ISSUING_COUNTRY") or text_of(document, "COUNTRY_OF_ISSUE")
    found = paper(number or detail, scheme_of(detail, scheme) if detail else scheme)
    parts = (
        detail or type_,
        number,
        f"({issuer})" if issuer else "",
        *(text_of(document, part) for part in ("DATE_OF_ISSUE", "CITY_OF_ISSUE", "NOTE")),
    )
    written = " ".join(part for part in parts if part)
    if found:
        issued_by = country_code(issuer) if issuer else None
        draft.identify(found.scheme, found.value, issued_by or found.country)
    is_all = found and found.is_all and not any(parts[3:]) and not detail
    if not is_all:
        draft.say("document", written)


def _designation(record: Element, comment: str) -> DesignationClaim:
    programme_id = f"{AUTHORITY}:{text_of(record, 'UN_LIST_TYPE')}"
    reasons = tuple(part for part in _SENTENCE.split(comment) if _tells_of_listing(part))
    numbers = (first or second for part in reasons for first, second in _RESOLUTION.findall(part))
    bases = (*programme(programme_id).legal_bases, *(f"UNSCR {number}" for number in numbers))
    ended_on = one_date(text_of(record, "DELISTED_ON"))
    return DesignationClaim(
        authority=AUTHORITY,
        programmes=(programme_id,),
        legal_bases=tuple(dict.fromkeys(bases)),
        listed_on=one_date(text_of(record, "LISTED_ON")),
        ended_on=ended_on,
        status=DesignationStatus.DELISTED if ended_on else DesignationStatus.ACTIVE,
        reasons=reasons,
    )


def _tells_of_listing(sentence: str) -> bool:
    """Whether it says that somebody was "listed … pursuant to" something."""
    listed = _LISTED.search(sentence)
    return listed is not None and _PURSUANT.search(sentence, listed.end()) is not None


def _relate(drafts: Mapping[str, RecordDraft], comments: Mapping[str, str]) -> None:
    primary = {number: next(iter(draft.names)) for number, draft in drafts.items()}
    listed = {name.lower(): name for draft in drafts.values() for name in draft.names}
    for number, comment in comments.items():
        draft = drafts[number]
        relate_by_prose(draft, comment, listed)
        related = {claim.target for claim in draft.relations}
        for cited in _CITED.findall(comment):
            target = primary.get(cited)
            if target and cited != number and target not in related:
                draft.relate(RelationType.LINKED_TO, target)
