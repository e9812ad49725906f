"""Reads Canada's consolidated list of autonomous sanctions (XML).

A record's only key is its place: country (or regulation), schedule and item. The place is written
as one id, `ru-1-part-1-34`; items are renumbered when a schedule is replaced, as the list warns.
"""

import re
from collections.abc import Mapping

from actors.countries import country_code
from actors.names import fold
from actors.records import DesignationClaim, EntityKind, Name, NameType, Rejected, Source
from resolution.sources.authorities import programme
from resolution.sources.dates import one_date, stated_dates
from resolution.sources.documents import Described, document_of, read_bytes
from resolution.sources.drafts import RecordDraft
from resolution.sources.entries import CatalogueDocument
from resolution.sources.markup import line_of, parse_xml, plain
from resolution.sources.naming import ordered_name
from resolution.sources.reading import Reading, list_reading

AUTHORITY = "ca-gac"
_NOT_A_WORD = re.compile(r"[^a-z0-9.]+")
_ACT = re.compile(r"\((JVCF\w+)\)")
_SEPARATOR = re.compile(r"\s*(?:;|\n|\s/\s)\s*,?\s*")
_LANGUAGE = re.compile(r"^[A-Z][a-z]+:\s+(?=[^\x00-\x7f])")
_COMMA = re.compile(r",\s+")
_COMPANY_FORM = re.compile(
    # A comma before a company's form, in Latin or Cyrillic, is part of one name.
    r"(?:ltd|limited|inc|llc|l\.l\.c|corp|co|company|gmbh|s\.?a|plc|jsc|ooo"
    r"|[\u0410-\u044f]{2,3})\b\.?.*",
    re.IGNORECASE,
)


def read(source: Source, entry: CatalogueDocument) -> Reading:
    """Return all records of the list."""
    content = read_bytes(entry.path)
    root = parse_xml(entry.path, content, "data-set")
    document = document_of(source, entry, [content], Described(language="en"))
    drafts: dict[str, tuple[int, RecordDraft]] = {}
    rejected: list[Rejected] = []
    for record in root.iterchildren("record"):
        fields = {str(child.tag): (child.text or "").strip() for child in record.iterchildren()}
        problem = _problem(fields)
        draft = _draft(fields) if problem is None else None
        is_known = draft is not None and draft.record_id in drafts
        if draft and is_known:
            problem = f"record {draft.record_id} stands in the list already"
        if problem or draft is None:
            place, told = line_of(record), problem or "is no record"
            rejected.append(Rejected(str(entry.path), place, told, loses_record=not is_known))
        else:
            drafts[draft.record_id] = line_of(record), draft
    records = ((line, draft.finish(document)) for line, draft in drafts.values())
    return list_reading(entry, document, records, rejected)


def _problem(fields: Mapping[str, str]) -> str | None:
    if not _slug(_regime(fields)) or not _slug(fields.get("Item", "")):
        return "has no country or no item; expected both, as Ukraine and 12"
    if not (fields.get("LastName") or fields.get("GivenName") or fields.get("EntityOrShip")):
        return "has no name"
    return None


def _draft(fields: Mapping[str, str]) -> RecordDraft:
    regime = _regime(fields)
    place = (country_code(regime) or _slug(regime), _slug(fields.get("Schedule", "")))
    number = "-".join(part for part in (*place, _slug(fields["Item"])) if part)
    draft = RecordDraft(number, _kind(fields))
    _call(draft, fields)
    draft.identify("ca-sema-item", number)
    draft.identify("imo", fields.get("ShipIMONumber", ""))
    is_vessel = draft.kind is EntityKind.VESSEL
    draft.say("vesselType" if is_vessel else "title", fields.get("TitleOrShip", ""))
    if when := fields.get("DateOfBirthOrShipBuildDate"):
        _date(draft, when)
    draft.designations.append(_designation(regime, fields))
    return draft


def _regime(fields: Mapping[str, str]) -> str:
    country = fields.get("Country", "")
    act = _ACT.search(country)
    return act[1] if act else country.partition(" / ")[0].strip()


def _kind(fields: Mapping[str, str]) -> EntityKind:
    if fields.get("LastName") or fields.get("GivenName"):
        return EntityKind.PERSON
    return EntityKind.VESSEL if fields.get("ShipIMONumber") else EntityKind.ORGANIZATION


def _call(draft: RecordDraft, fields: Mapping[str, str]) -> None:
    is_person = draft.kind is EntityKind.PERSON
    if is_person:
        given, family = plain(fields.get("GivenName")), plain(fields.get("LastName"))
        draft.call(ordered_name(given, family))
    else:
        draft.call(Name(plain(fields["EntityOrShip"])))
    for alias in _aliases(fields.get("Aliases", ""), is_person=is_person):
        draft.call(Name(alias, NameType.ALIAS))


def _aliases(text: str, *, is_person: bool) -> list[str]:
    """Return the aliases, which semicolons, lines, or in short names commas hold apart."""
    found: list[str] = []
    for part in _SEPARATOR.split(text):
        pieces = _COMMA.split(_LANGUAGE.sub("", part))
        whole = [piece for piece in pieces if piece.strip()]
        is_one = any(_COMPANY_FORM.fullmatch(piece.strip()) for piece in whole[1:])
        is_family_first = is_person and len(whole) == 2 and " " not in whole[0].strip()
        found += [", ".join(whole)] if is_one or is_family_first else whole
    return [plain(alias) for alias in found if plain(alias)]


def _date(draft: RecordDraft, text: str) -> None:
    if draft.kind is EntityKind.PERSON:
        draft.born(text)
        return
    stated = stated_dates(text)
    field = "builtOn" if draft.kind is EntityKind.VESSEL else "foundedOn"
    draft.say(field, *(map(str, stated.dates) if stated else [text]))


def _designation(regime: str, fields: Mapping[str, str]) -> DesignationClaim:
    programme_id = f"{AUTHORITY}:{regime}"
    return DesignationClaim(
        authority=AUTHORITY,
        programmes=(programme_id,),
        legal_bases=programme(programme_id).legal_bases or ("SEMA",),
        listed_on=one_date(fields.get("DateOfListing", "")),
    )


def _slug(text: str) -> str:
    """Return the words in Latin letters, joined; a place in any script makes an id."""
    latin = text if text.isascii() else fold(text)
    return _NOT_A_WORD.sub("-", latin.lower()).strip("-")
