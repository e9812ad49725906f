"""Which fields training compares beside or instead of those that were asked for.

dedupe's String, ShortString and Text give one distance each and no sign. In their place training
puts Wording, which compares the same cells by words, letters and rarity (docs/decisions/010); in
place of Set and Price, to which J. Gray is not Jim Gray and an equal price is none, Wordings and
Number. Exact stays, and an Identifier beside it says how rare an equal code is, and that another is
another. Beside names, organizations and addresses of small tables it puts Wording: their keys and
features then miss less; in large tables that would cost half a run's time again. A model says what
it compares: its fields name these types. What an Interaction multiplies stays as it is. Stock
dedupe's own model is exported by `resolution.learning.tables.export`.
"""

from collections.abc import Sequence

from resolution.tables.fields import Field, Fields

_TEXTS = frozenset({"String", "ShortString", "Text"})
_INSTEAD = {**dict.fromkeys(_TEXTS, "Wording"), "Set": "Wordings", "Price": "Number"}
_OWN_TEXTS = frozenset({"PersonName", "OrganizationName", "Address"})
_FEW_RECORDS = 20_000


def worded(fields: Fields, records: int) -> Fields:
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


def _beside(one: Field, records: int) -> Sequence[tuple[str, str]]:
    """Return the types that compare a field too, and what the variables are called."""
    if one.type == "Exact":
        return [("Identifier", f"{one.name}: identifier")]
    if one.type in _OWN_TEXTS and records <= _FEW_RECORDS:
        return [("Wording", f"{one.name}: wording")]
    return []


def _multiplied(fields: Fields) -> frozenset[str]:
    """Return the variables that interactions name."""
    named = (one.options.get("variables", []) for one in fields.fields)
    return frozenset(str(name) for names in named if isinstance(names, list) for name in names)
