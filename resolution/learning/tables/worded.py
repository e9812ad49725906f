"""Which fields training compares beside or instead of those that were asked for.

dedupe's String, ShortString and Text give one distance each and no sign. In their place training
puts Wording, which compares the same cells by words, letters and rarity (docs/decisions/010); in
place of Set and Price, to which J. Gray is not Jim Gray and an equal price is none, Wordings and
Number. Exact stays, and an Identifier beside it says how rare an equal code is, and that another is
another. Beside a text of amounts, as $12.50, stands a Number. Beside names, organizations and
addresses of small tables stands Wording: their keys and features then miss less; in large tables
that would cost half a run's time again. A model says what it compares: its fields name these types.
What an Interaction multiplies stays as it is. Stock dedupe's own model is exported by
`resolution.learning.tables.export`.
"""

import re
from collections.abc import Iterator, Sequence

from resolution.tables.fields import Field, Fields
from resolution.tables.records import Records

_TEXTS = frozenset({"String", "ShortString", "Text"})
_INSTEAD = {**dict.fromkeys(_TEXTS, "Wording"), "Set": "Wordings", "Price": "Number"}
_OWN_TEXTS = frozenset({"PersonName", "OrganizationName", "Address"})
_AS_WRITTEN = _TEXTS | {"Exact"}
"""Types whose values are the cells themselves."""
_FEW_RECORDS = 20_000
_AMOUNT = re.compile(
    r"(?:[A-Z]{3} ?)?[^\w\s]? ?[-+]?\d[\d.,' ]* ?(?:[a-z]{1,4}|[^\w\s])?", re.IGNORECASE
)
"""A number, and what may stand beside it: $12.50, EUR 12, 5.3%, 0,5 l."""
_LOOKED_AT = 1_000
_NEARLY_ALL = 0.9
_MANY = 0.3


def worded(fields: Fields, records: Records) -> Fields:
    """Return the fields as training compares them, each column once by each type."""
    multiplied = _multiplied(fields)
    kept: list[Field] = []
    compared = {(one.field, one.type) for one in fields.fields}
    for one in fields.fields:
        instead = None if one.name in multiplied else _INSTEAD.get(one.type)
        if not instead:
            kept.append(one)
        for kind, name in [(instead, one.name), *_beside(one, records)]:
            if kind and (one.field, kind) not in compared:
                compared.add((one.field, kind))
                kept.append(Field(one.field, kind, name))
    return Fields(fields.id, tuple(kept))


def _beside(one: Field, records: Records) -> Iterator[tuple[str, str]]:
    """Give the types that compare a field too, and what the variables are called."""
    if one.type == "Exact":
        yield "Identifier", f"{one.name}: identifier"
    if one.type in _OWN_TEXTS and len(records) <= _FEW_RECORDS:
        yield "Wording", f"{one.name}: wording"
    if one.type in _AS_WRITTEN and _are_amounts(records.columns[one.name].values):
        yield "Number", f"{one.name}: number"


def _are_amounts(values: Sequence[object]) -> bool:
    """Tell whether nearly all values are numbers, and many of them have parts or a unit.

    Figures alone may as well be codes: postcodes, years.
    """
    texts = [str(one).strip() for one in values[:_LOOKED_AT]]
    amounts = sum(_AMOUNT.fullmatch(one) is not None for one in texts)
    with_parts = sum(not one.isdigit() for one in texts)
    return amounts > _NEARLY_ALL * len(texts) and with_parts > _MANY * len(texts)


def _multiplied(fields: Fields) -> frozenset[str]:
    """Return the variables that interactions name."""
    named = (one.options.get("variables", []) for one in fields.fields)
    return frozenset(str(name) for names in named if isinstance(names, list) for name in names)
