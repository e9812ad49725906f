"""One record of the United Nations' list: its elements in, a draft of the mention out."""

import re

from actors.countries import country_code
from actors.records import EntityKind, Name, NameType
from resolution.sources.dates import approximate, one_date
from resolution.sources.drafts import RecordDraft
from resolution.sources.markup import Element, plain, text_of, texts_of
from resolution.sources.naming import person_name
from resolution.sources.numbered import numbered
from resolution.sources.papers import paper, scheme_of
from resolution.sources.prose import state_prose
from resolution.sources.un.listing import designation

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


def draft_of(record: Element, kind: EntityKind) -> RecordDraft:
    """Return what the record states."""
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
    draft.designations.append(designation(record, comment))
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
