"""One group of HM Treasury's list: its rows in, a draft of the mention out.

A group has a row for every combination of name, birth and address, so values are united. A vessel
was listed as an entity in 2018; its own IMO number tells.
"""

import re
from collections.abc import Mapping, Sequence

from actors.countries import country_code
from actors.records import DesignationClaim, EntityKind, Name, NameType
from resolution.sources.dates import one_date
from resolution.sources.drafts import RecordDraft
from resolution.sources.naming import ordered_name
from resolution.sources.numbered import numbered
from resolution.sources.papers import paper
from resolution.sources.prose import state_prose
from resolution.sources.statedkeys import state_keys

AUTHORITY = "gb-hmt"
_GIVEN = ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5")
_ADDRESS = (*(f"Address {line}" for line in range(1, 7)), "Post/Zip Code", "Country")
_KINDS = {
    "individual": EntityKind.PERSON,
    "entity": EntityKind.ORGANIZATION,
    "ship": EntityKind.VESSEL,
}
_NAME_TYPES = {
    "prime alias": NameType.PRIMARY,
    "primary name": NameType.PRIMARY,
    "fka": NameType.FORMER,
}
_PAPERS = (
    ("passport", "Passport Number", "Passport Details"),
    ("national-id", "National Identification Number", "National Identification Details"),
    ("national-id", "NI Number", ""),
)
_FORMERLY = re.compile(r"\b(?:previous|former)", re.IGNORECASE)
_CITED = re.compile(
    r"\bUN[\s(]*Ref(?:erence)?(?:\s+(?:no|number))?[\s.:)]*"
    r"([A-Z]{2}[ie]\.\d{3}|[A-Z]{2}\.[A-Z]{1,2}\.\d{1,3}\.\d{1,2})\b",
    re.IGNORECASE,
)
Fields = Mapping[str, str]


def draft_of(number: str, group: Sequence[Fields]) -> RecordDraft:
    """Return what the rows of a group state together."""
    draft = RecordDraft(number, _KINDS.get(group[0]["Group Type"].lower(), EntityKind.UNKNOWN))
    draft.identify("gb-hmt-group", number)
    for fields in group:
        _call(draft, fields)
        _say_person(draft, fields)
        _say_address(draft, fields)
    reasons: dict[str, None] = {}
    for comment in dict.fromkeys(fields.get("Other Information", "") for fields in group):
        reasons |= dict.fromkeys(_say_comment(draft, comment))
    draft.designations.append(_designation(group, tuple(reasons)))
    return draft


def _call(draft: RecordDraft, fields: Fields) -> None:
    type_ = _NAME_TYPES.get(fields["Alias Type"].lower(), NameType.ALIAS)
    if type_ is NameType.ALIAS and fields.get("Alias Quality", "").lower().startswith("low"):
        type_ = NameType.WEAK_ALIAS
    given = " ".join(filter(None, (fields.get(column, "") for column in _GIVEN)))
    family = fields["Name 6"]
    if draft.kind is EntityKind.PERSON:
        draft.call(ordered_name(given, family, type_))
    else:
        draft.call(Name(" ".join(filter(None, (family, given))), type_))
    draft.call(Name(fields.get("Name Non-Latin Script", ""), NameType.ALIAS))


def _say_person(draft: RecordDraft, fields: Fields) -> None:
    draft.say("title", *numbered(fields.get("Title", "")))
    draft.say("position", *numbered(fields.get("Position", "")))
    if fields.get("DOB"):
        draft.born(fields["DOB"])
    towns = numbered(fields.get("Town of Birth", ""))
    lands = numbered(fields.get("Country of Birth", ""))
    if len(towns) == len(lands) == 1:
        draft.say("birthPlace", f"{towns[0]}, {lands[0]}")
    else:
        draft.say("birthPlace", *towns, *lands)
    for nationality in numbered(fields.get("Nationality", "")):
        draft.say("nationality", nationality)
        if not draft.place(nationality):
            for part in nationality.split(" and "):
                draft.place(part)
    for scheme, number_column, details_column in _PAPERS:
        _say_papers(draft, scheme, fields.get(number_column, ""), fields.get(details_column, ""))


def _say_papers(draft: RecordDraft, scheme: str, number: str, details: str) -> None:
    for text in numbered(number) or numbered(details):
        found = paper(text, scheme)
        if found:
            country = found.country or country_code(details.strip("() "))
            draft.identify(found.scheme, found.value, country)
        if not found or not found.is_all:
            draft.say("document", text)
    if number:
        draft.say("document", *numbered(details))


def _say_address(draft: RecordDraft, fields: Fields) -> None:
    parts = [part for column in _ADDRESS if (part := fields.get(column, ""))]
    address = ", ".join(parts)
    draft.say("address", address)
    if not parts or _FORMERLY.search(address):
        return
    # Some addresses end with the country and leave its column empty; more words are a street.
    if fields.get("Country") or parts[-1].isalpha():
        draft.place(parts[-1])


def _say_comment(draft: RecordDraft, comment: str) -> tuple[str, ...]:
    draft.say("remarks", comment)
    for cited in _CITED.findall(comment):
        draft.identify("cited-un-reference", cited)
    if state_prose(draft, comment) and draft.kind is EntityKind.ORGANIZATION:
        draft.kind = EntityKind.VESSEL
    return state_keys(draft, comment)


def _designation(group: Sequence[Fields], reasons: tuple[str, ...]) -> DesignationClaim:
    regimes = dict.fromkeys(fields["Regime"] for fields in group if fields["Regime"])
    days = [day for fields in group if (day := one_date(fields.get("Listed On", "")))]
    # The column came with the act that all designations since rest on.
    is_under_act = "UK Sanctions List Date Designated" in group[0]
    return DesignationClaim(
        authority=AUTHORITY,
        programmes=tuple(f"{AUTHORITY}:{regime}" for regime in regimes),
        legal_bases=("SAMLA",) if is_under_act else (),
        listed_on=min(days, key=lambda day: day.earliest(), default=None),
        reasons=reasons,
    )
