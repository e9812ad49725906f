"""What a list's comments state so plainly that a pattern reads it: numbers, addresses, owners.

Only a number that stands as a statement of its own is the record's ("IMO number: 9020534."); one in
the middle of a sentence may be somebody else's ship. A ship's number is told from a company's by
its check digit.
"""

import re
from collections.abc import Mapping

from actors.records import RelationType
from resolution.sources.drafts import RecordDraft

_IMO = re.compile(
    r"(?:^|[.;(]\s*)(?P<company>Company\s+(?:Number\s+)?)?IMO(?:\s+(?:number|no\.?))?\s*+[:.]?\s*+"
    r"(?P<number>\d{7})\b",
    re.IGNORECASE,
)
_PLAIN: Mapping[str, re.Pattern[str]] = {
    "mmsi": re.compile(r"\bMMSI(?:\s+(?:number|no\.?))?\s*+[:.]?\s*+(\d{9})\b", re.IGNORECASE),
    "swift": re.compile(r"\bSWIFT(?:/BIC)?(?:\s+code)?\s*+[:.]?\s*+([A-Z]{6}[A-Z0-9]{2,5})\b"),
}
_FIELDS: Mapping[str, re.Pattern[str]] = {
    # Begun only where its characters begin, so that "a.a.a.a" is read once.
    "email": re.compile(r"(?<![\w.+-])[.+-]*+(\w[\w.+-]*+@[\w-]+(?:\.[\w-]+)+)"),
    "website": re.compile(r"\bwebsites?\s*+:?\s*+((?:https?://|www\.)[^\s,;]+)", re.IGNORECASE),
    "phone": re.compile(
        r"\bTel(?:ephone)?(?:\s+no)?\.?\s*+:?\s*+(\+?\d[\d ()-]{5,}\d)", re.IGNORECASE
    ),
    "gender": re.compile(r"\bGender\s*[:\[]\s*(male|female)\b", re.IGNORECASE),
}
_RELATIONS: tuple[tuple[re.Pattern[str], RelationType], ...] = tuple(
    (re.compile(rf"\b{phrase} (?:the )?(?P<target>[^.,;()]+)", re.IGNORECASE), type_)
    for phrase, type_ in (
        (r"owned (?:or|and) controlled by", RelationType.CONTROLLED_BY),
        (r"owned by", RelationType.OWNED_BY),
        (r"controlled by", RelationType.CONTROLLED_BY),
        (r"subsidiary of", RelationType.OWNED_BY),
        (r"acts? (?:for|on behalf of)", RelationType.ACTS_FOR),
    )
)


def state_prose(draft: RecordDraft, text: str) -> bool:
    """Add what the text states plainly, and return whether it gives a ship's own number."""
    is_ship = False
    for imo in _IMO.finditer(text):
        has_ship_number = not imo["company"] and is_ship_number(imo["number"])
        draft.identify("imo" if has_ship_number else "imo-company", imo["number"])
        is_ship = is_ship or has_ship_number
    for scheme, pattern in _PLAIN.items():
        for number in pattern.findall(text):
            draft.identify(scheme, number)
    for field, pattern in _FIELDS.items():
        draft.say(field, *(found.lower() if field == "gender" else found.rstrip(".")
                           for found in pattern.findall(text)))  # fmt: skip
    return is_ship


def relate_by_prose(draft: RecordDraft, text: str, names: Mapping[str, str]) -> None:
    """Add relations to actors that the text calls exactly by a name of the list.

    `names` gives, for each name of the list in lower case, the name as listed.
    """
    for pattern, type_ in _RELATIONS:
        for found in pattern.finditer(text):
            target = found["target"]
            for name in (target, target.partition(" and ")[0], target.partition(" which ")[0]):
                listed = names.get(name.strip().lower())
                if listed and listed not in draft.names:
                    draft.relate(type_, listed)
                    break


def is_ship_number(number: str) -> bool:
    """Whether seven digits are a ship's IMO number: the last one checks the six before it.

    >>> is_ship_number("9020534"), is_ship_number("5342883")
    (True, False)
    """
    digits = [int(digit) for digit in number]
    weighted = sum(digit * weight for digit, weight in zip(digits, range(7, 1, -1), strict=False))
    return weighted % 10 == digits[-1]
