"""Numbers in OFAC's remarks: "Passport 1084010 (Egypt) issued 1999" is a scheme, value and country.

OFAC names over a hundred kinds of numbers. Those that mean the same become one scheme, so that a
`Cedula No.` meets another list's national id; the label itself is then kept as written beside it.
"""

import re
from dataclasses import dataclass

from actors.countries import country_code
from actors.records import EntityKind

_LABELS: tuple[tuple[str, str, bool], ...] = (
    # (label, scheme, whether the scheme says all that the label says)
    (r"SWIFT/BIC", "swift", True),
    (r"Vessel Registration (?:Identification|Number) IMO(?: Number)?", "imo", True),
    (r"(?:(?:Identification|Company|Registration) Number )?IMO(?: Number)?", "imo-company", True),
    (r"MMSI|Maritime Mobile Service Identity(?: \(MMSI\))?", "mmsi", True),
    (r"D-U-N-S Number|DUNS(?: Number)?", "duns", True),
    (r"Aircraft Manufacturer's Serial Number(?: \(MSN\))?", "aircraft-serial", True),
    (r"Aircraft Construction Number(?: \([^)]*\))?", "aircraft-serial", True),
    (r"Aircraft Tail Number", "aircraft-tail", True),
    (r"Aircraft Mode S Transponder Code", "aircraft-mode-s", True),
    (r"Passport(?: Number| No\.| #)?", "passport", True),
    (r"[A-Z][\w ]{3,30} Passport(?: Number| No\.| #)?", "passport", False),
    (r"Legal Entity (?:Number|Identifier)(?: \(LEI\))?|LEI", "lei", True),
    (r"BIK \(RU\)", "bik", True),
    (r"ISIN", "isin", True),
    (r"Global Intermediary Identification Number(?: \(GIIN\))?", "giin", True),
    (r"Unified Social Credit Code(?: \(USCC\))?", "uscc", True),
    (r"Government Gazette Number", "okpo", True),
    (r"Tax ID No\.", "tax-id", True),
    (
        (
            r"US FEIN|V\.?A\.?T\.? (?:Number|No\.)|R\.?F\.?C\.?|NIT|RUC|RIF|CNPJ|PAN"
            r"|C\.?U\.?I\.?T\.?|(?:Italian )?Fiscal Code|Numero Unico de Identificacao Tributaria(?: \(NUIT\))?"
            r"|Romanian (?:C\.R\.|Tax Registration)|[\w ]*Tax [\w ]*(?:Number|No\.)"
        ),
        "tax-id",
        False,
    ),
    (r"National ID No\.", "national-id", True),
    (
        (
            r"National Foreign ID Number|Personal ID (?:Card|No\.)|Cedula (?:No\.|de \w+)|Cedula"
            r"|C\.?U\.?R\.?P\.?|D\.?N\.?I\.?|SSN|I\.?F\.?E\.?|C\.?U\.?I\.?P?\.?"
            r"|Credencial electoral|Electoral Registry No\.|Citizen's Card Number|N\.?I\.?E\.?|Tarjeta de Identidad"
            r"|[\w ]*Identi(?:fication|ty) Card(?: No\.| Number)?|UAE Identification"
            r"|Refugee ID Card|[\w ]+ (?:Personal )?ID No\.|(?:Turkish|Tazkira)[\w ]*(?:Number|No\.)"
            r"|Cartilla de Servicio Militar Nacional|Military [\w ]*Number"
        ),
        "national-id",
        False,
    ),
    (r"Residency Number|Residence Permit [\w ]*Number", "residence-permit", True),
    (r"Birth Certificate Number", "birth-certificate", True),
    (r"Driver's License(?: No\.)?(?: is)?", "drivers-license", True),
    (r"Travel Document Number|Stateless Person ID Card", "travel-document", True),
    (r"Registration Number", "registration", True),
    (
        (
            r"Registration ID|(?:[\w.'& ]+ )?(?:Company|Enterprise|Business|Trade|Membership"
            r"|License|Registration|Registry|Register|Incorporation|Charity|Commerce|Chamber)"
            r"(?: (?:Number|No\.|Document|Code|ID))?(?: \([\w ]+\))?"
            r"|Folio Mercantil(?: No\.)?|Matricula Mercantil(?: No\.?)?|C\.R\. No\.|LE Number"
            r"|Public Registration Number|MSB Registration Number|Tarjeta Profesional"
        ),
        "registration",
        False,
    ),
)
_KNOWN = re.compile(
    "|".join(f"(?P<l{place}>{label})" for place, (label, _, _) in enumerate(_LABELS))
)
_LABEL_END = re.compile(r"\s*[#:]?\s+(?=\S)")
_UNKNOWN = re.compile(r"[A-Z][^:;()]{2,60}?(?:\bNo\.?|\bNumber|\bCode|#|\bID(?: Card)?)\s+(?=\S)")
_TAIL = re.compile(
    r"(?P<value>.*?)(?:\s+\((?P<country>[^()]+)\))?"
    r"(?:\s+issued (?P<issued>.+?))?(?:\s+expires (?P<expires>.+?))?"
)
_CURRENCY = re.compile(r"Digital Currency Address - (?P<currency>\w+) (?P<value>\S+)")
_PROSE = re.compile(r"\b[a-z]{3,}")
_IN_PARENTHESES = re.compile(r"\([^()]*\)")
_LONGEST_VALUE = 60


@dataclass(frozen=True, slots=True)
class Number:
    """A number; `is_all` is false where the statement says more than scheme, value and country."""

    scheme: str
    value: str
    country: str | None
    is_all: bool


def number(statement: str, kind: EntityKind) -> Number | None:
    """Return the number that a statement gives, if it gives one.

    >>> number("Cedula No. 6068015 (Colombia)", EntityKind.PERSON)
    Number(scheme='national-id', value='6068015', country='co', is_all=False)
    """
    if currency := _CURRENCY.fullmatch(statement):
        scheme = f"crypto-{currency['currency'].lower()}"
        return Number(scheme, currency["value"], None, is_all=True)
    scheme, says_all, rest = _label(statement, kind)
    found = _TAIL.fullmatch(rest)
    if not scheme or not found or not _is_value(found["value"], scheme):
        return None
    country = country_code(found["country"]) if found["country"] else None
    has_more = found["issued"] or found["expires"] or (found["country"] and not country)
    if scheme == "lei" and not re.fullmatch(r"[0-9A-Z]{18}\d{2}", found["value"]):
        scheme, says_all = "registration", False
    return Number(scheme, found["value"], country, says_all and not has_more)


def _label(statement: str, kind: EntityKind) -> tuple[str, bool, str]:
    known = _KNOWN.match(statement)
    while known:
        end = _LABEL_END.match(statement, known.end())
        if end:
            _, scheme, says_all = _LABELS[int(str(known.lastgroup)[1:])]
            return scheme, says_all, statement[end.end() :]
        break
    unknown = _UNKNOWN.match(statement)
    if unknown:
        scheme = "national-id" if kind is EntityKind.PERSON else "registration"
        return scheme, False, statement[unknown.end() :]
    return "", False, ""


def _is_value(value: str, scheme: str) -> bool:
    if not value or len(value) > _LONGEST_VALUE or _PROSE.search(_IN_PARENTHESES.sub("", value)):
        return False
    return scheme == "swift" or any(character.isdigit() for character in value)
