"""What each statement of a remark says of the record; what no rule knows is kept as a remark."""

import re
from collections.abc import Callable, Collection, Mapping

from actors.records import EntityKind, Name, NameType, RelationType
from resolution.sources.dates import stated_dates
from resolution.sources.drafts import RecordDraft
from resolution.sources.naming import person_name
from resolution.sources.ofac.numbers import number

_OTHER_NAME = re.compile(r"(?P<kind>[afn]\.k\.a\.)\s*['\u2018](?P<name>.*?)['\u2019]?\.?")
_LINKED = re.compile(r"Linked To: *(.+)")
_REASON = re.compile(r"(?:Executive Order \d{5}|CAATSA Section|[\w. ]*Determination)\b.*")
_RISK = re.compile(
    r"(?:Secondary sanctions risk|Additional Sanctions Information|Transactions Prohibited)\b.*"
)
_COUNTRY_OF_ORGANIZATION = frozenset({"registration", "tax-id", "uscc", "okpo", "bik"})
_ORGANIZATION_NUMBER = {"national-id": "registration"}


def state(draft: RecordDraft, statement: str, names: Collection[str]) -> str | None:
    """Add a statement to the record and return it where it is a reason of the designation.

    `names` are all names of the list: with them a full stop that belongs to a name is told from
    one that ends the remark.
    """
    if linked := _LINKED.fullmatch(statement):
        draft.relate(RelationType.LINKED_TO, _as_listed(linked[1].strip(), names))
    elif other := _OTHER_NAME.fullmatch(statement):
        draft.call(_other_name(draft.kind, other["name"], is_former=other["kind"] == "f.k.a."))
    elif _REASON.fullmatch(statement):
        return statement
    elif _RISK.fullmatch(statement):
        draft.say("sanctionsRisk", statement)
    elif not _field(draft, statement) and not _number(draft, statement):
        draft.say("remarks", statement)
    return None


def _as_listed(target: str, names: Collection[str]) -> str:
    return f"{target}." if target not in names and f"{target}." in names else target


def _other_name(kind: EntityKind, value: str, *, is_former: bool) -> Name:
    type_ = NameType.FORMER if is_former else NameType.WEAK_ALIAS
    return person_name(value, type_) if kind is EntityKind.PERSON else Name(value, type_)


def _number(draft: RecordDraft, statement: str) -> bool:
    found = number(statement, draft.kind)
    if found is None:
        return False
    is_person = draft.kind is EntityKind.PERSON
    scheme = found.scheme if is_person else _ORGANIZATION_NUMBER.get(found.scheme, found.scheme)
    draft.identify(scheme, found.value, found.country)
    if not found.is_all:
        draft.say("document", statement)
    if found.country and not is_person and scheme in _COUNTRY_OF_ORGANIZATION:
        draft.countries[found.country] = None
    return True


def _field(draft: RecordDraft, statement: str) -> bool:
    for label, say in _FIELDS.items():
        if statement.startswith(label):
            value = statement.removeprefix(label).strip()
            if value:
                say(draft, value)
                return True
    return False


def _say(field: str) -> Callable[[RecordDraft, str], None]:
    return lambda draft, value: draft.say(field, value)


def _say_country(field: str) -> Callable[[RecordDraft, str], None]:
    def say(draft: RecordDraft, value: str) -> None:
        draft.say(field, value)
        draft.place(value)

    return say


def say_date(draft: RecordDraft, field: str, text: str) -> None:
    """Add a date in EDTF; what is no date is kept as written."""
    stated = stated_dates(text)
    if stated is None:
        draft.say(field, text)
    else:
        draft.say(field, *(stated.intervals or map(str, stated.dates)))


def _say_date(field: str) -> Callable[[RecordDraft, str], None]:
    return lambda draft, value: say_date(draft, field, value)


def _born(draft: RecordDraft, value: str) -> None:
    draft.born(value)


def _say_gender(draft: RecordDraft, value: str) -> None:
    draft.say("gender", value.lower())


_FIELDS: Mapping[str, Callable[[RecordDraft, str], None]] = {
    "DOB ": _born,
    "POB ": _say("birthPlace"),
    "nationality ": _say_country("nationality"),
    "citizen ": _say_country("citizenship"),
    "Gender ": _say_gender,
    "Nationality of Registration ": _say_country("registrationCountry"),
    "Website ": _say("website"),
    "Email Address ": _say("email"),
    "Phone Number ": _say("phone"),
    "PHONE ": _say("phone"),
    "Telephone ": _say("phone"),
    "Telephone: ": _say("phone"),
    "Fax ": _say("fax"),
    "FAX ": _say("fax"),
    "Fax: ": _say("fax"),
    "Chinese Commercial Code ": _say("chineseCommercialCode"),
    "Previous Aircraft Tail Number ": _say("formerTailNumber"),
    "Organization Established Date ": _say_date("foundedOn"),
    "Organization Type: ": _say("organizationType"),
    "Target Type ": _say("targetType"),
    "Former Vessel Flag ": _say("formerFlag"),
    "Other Vessel Flag ": _say_country("flag"),
    "Vessel Flag ": _say_country("flag"),
    "Vessel Call Sign ": _say("callSign"),
    "Other Vessel Call Sign ": _say("callSign"),
    "Vessel Type ": _say("vesselType"),
    "Other Vessel Type ": _say("vesselType"),
    "Vessel Owner ": _say("owner"),
    "Vessel Year of Build ": _say_date("builtOn"),
    "Gross Registered Tonnage ": _say("grossTonnage"),
    "Gross Tonnage ": _say("grossTonnage"),
    "Tonnage ": _say("tonnage"),
    "Aircraft Model ": _say("aircraftModel"),
    "Aircraft Manufacture Date ": _say_date("builtOn"),
    "Aircraft Operator ": _say("operator"),
}
