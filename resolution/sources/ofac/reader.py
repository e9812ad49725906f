"""Reads an edition of the SDN list: one mention a record, with its addresses, aliases and remarks.

The list prints programme tags; the legal bases are those that the tags stand for, and the orders
that remarks name. It prints no dates and not who announced a designation: a file of listing dates
may say so, else the list's own authority is the one.
"""

from collections.abc import Collection, Sequence

from actors.records import (
    DesignationClaim,
    Document,
    EntityKind,
    Mention,
    Name,
    NameType,
    Rejected,
    RelationType,
    Source,
)
from resolution.sources.authorities import authority_named, executive_orders, programme
from resolution.sources.dates import one_date
from resolution.sources.documents import Described, document_of
from resolution.sources.drafts import RecordDraft
from resolution.sources.entries import CatalogueDocument
from resolution.sources.naming import person_name
from resolution.sources.ofac.edition import Edition, read_edition
from resolution.sources.ofac.remarks import statements
from resolution.sources.ofac.statements import state
from resolution.sources.reading import Reading, list_reading

AUTHORITY = "us-ofac"
_KINDS = {
    "": EntityKind.ORGANIZATION,
    "entity": EntityKind.ORGANIZATION,
    "individual": EntityKind.PERSON,
    "vessel": EntityKind.VESSEL,
    "aircraft": EntityKind.AIRCRAFT,
}
_ALIAS_TYPES = {"aka": NameType.ALIAS, "nka": NameType.ALIAS, "fka": NameType.FORMER}
_WORDS_OF_ADDRESS = frozenset(
    {"admiral", "alhaj", "brigadier", "captain", "colonel", "commander", "doctor", "dr.", "dr"}
    | {"engineer", "general", "haji", "hajji", "imam", "lieutenant", "major", "mawlawi", "maulavi"}
    | {"mr.", "mrs.", "mullah", "professor", "qari", "sheikh"}
)
_NO_FLAG = frozenset({"none identified", "unknown", "undetermined"})


def read(source: Source, entry: CatalogueDocument) -> Reading:
    """Return all records of an edition."""
    edition = read_edition(entry)
    document = document_of(source, entry, edition.contents, Described(language="en"))
    names = _all_names(edition)
    records: list[tuple[int, Mention]] = []
    for number, (line, fields) in edition.records.items():
        if fields[1]:
            records.append((line, _mention(document, edition, fields, names)))
        else:
            edition.rejected.append(Rejected(str(entry.path), line, f"record {number} has no name"))
    return list_reading(entry, document, records, edition.rejected, is_cut=edition.is_cut)


def _all_names(edition: Edition) -> Collection[str]:
    primary = {fields[1] for _, fields in edition.records.values()}
    aliases = edition.companions.get("aliases", {}).values()
    return primary | {fields[3] for rows in aliases for fields in rows}


def _mention(
    document: Document, edition: Edition, fields: Sequence[str], names: Collection[str]
) -> Mention:
    number, name, type_, programmes, title, *vessel, remarks = fields
    draft = RecordDraft(number, _KINDS.get(type_.lower(), EntityKind.UNKNOWN))
    draft.call(_name(draft.kind, name, NameType.PRIMARY))
    for alias in edition.of("aliases", number):
        draft.call(_name(draft.kind, alias[3], _ALIAS_TYPES.get(alias[2].lower(), NameType.ALIAS)))
        draft.say("remarks", alias[4])
    draft.identify("ofac-uid", number)
    titles = [part.strip() for part in title.split(";")]
    _say_titles(draft, titles)
    _say_vessel(draft, vessel)
    for address in edition.of("addresses", number):
        _say_address(draft, address)
    overflow = (comment[1] for comment in edition.of("comments", number))
    reasons = [
        reason
        for statement in statements("".join([remarks, *overflow]))
        if statement not in titles and (reason := state(draft, statement, names))
    ]
    listings = edition.of("listing_dates", number)
    draft.designations += _designations(programmes, reasons, listings)
    return draft.finish(document)


def _name(kind: EntityKind, value: str, type_: NameType) -> Name:
    return person_name(value, type_) if kind is EntityKind.PERSON else Name(value, type_)


def _say_titles(draft: RecordDraft, titles: Sequence[str]) -> None:
    """Tell "Haji" from "Governor of Khost": the list has one column for both."""
    for title in titles:
        is_address = all(word in _WORDS_OF_ADDRESS for word in title.lower().split())
        draft.say("title" if is_address else "position", title)


def _say_vessel(draft: RecordDraft, columns: Sequence[str]) -> None:
    call_sign, vessel_type, tonnage, gross_tonnage, flag, owner = columns
    draft.say("callSign", call_sign)
    draft.say("vesselType", vessel_type)
    draft.say("tonnage", tonnage)
    draft.say("grossTonnage", gross_tonnage)
    if flag.lower() not in _NO_FLAG:
        draft.say("flag", flag)
        draft.place(flag)
    draft.say("owner", owner)
    draft.relate(RelationType.OWNED_BY, owner)


def _say_address(draft: RecordDraft, fields: Sequence[str]) -> None:
    _, _, street, city, country, remarks = fields
    draft.place(country)
    note = f" ({remarks})" if remarks else ""
    draft.say("address", ", ".join(part for part in (street, city, country) if part) + note)


def _designations(
    programmes: str, reasons: Sequence[str], listings: Sequence[Sequence[str]]
) -> list[DesignationClaim]:
    """Return one claim; more only where several authorities announced the same record."""
    ids = tuple(f"{AUTHORITY}:{tag.strip(' []')}" for tag in programmes.split("] [") if tag.strip())
    bases = [basis for one in ids for basis in programme(one).legal_bases]
    bases += [order for reason in reasons for order in executive_orders(reason)]
    announced = [(authority_named(by) if by else AUTHORITY, day) for _, day, by in listings]
    return [
        DesignationClaim(
            authority=authority,
            programmes=ids,
            legal_bases=tuple(dict.fromkeys(bases)),
            listed_on=one_date(day),
            reasons=tuple(dict.fromkeys(reasons)),
        )
        for authority, day in announced or [(AUTHORITY, "")]
    ]
