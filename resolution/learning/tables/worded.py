"""Which fields training compares beside or instead of those that were asked for.

dedupe's String, ShortString and Text give one distance each and no sign. In their place training
puts Wording, which compares the same cells by words, letters and rarity (docs/decisions/010).
Beside names, organizations and addresses of small tables it puts Wording too: their keys and
features then miss less. In large tables that would cost half a run's time again. A model says what
it compares: its fields name Wording. A text that an Interaction multiplies stays as it is. Stock
dedupe's own model is exported by `resolution.learning.tables.export`.
"""

from resolution.tables.fields import Field, Fields

_TEXTS = frozenset({"String", "ShortString", "Text"})
_OWN_TEXTS = frozenset({"PersonName", "OrganizationName", "Address"})
_FEW_RECORDS = 20_000


def worded(fields: Fields, records: int) -> Fields:
    """Return the fields with Wording for texts, each column's once."""
    multiplied = _multiplied(fields)
    kept: list[Field] = []
    columns = {one.field for one in fields.fields if one.type == "Wording"}
    for one in fields.fields:
        is_replaced = one.type in _TEXTS and one.name not in multiplied
        if not is_replaced:
            kept.append(one)
        is_added = one.type in _OWN_TEXTS and records <= _FEW_RECORDS
        if (is_replaced or is_added) and one.field not in columns:
            columns.add(one.field)
            name = one.name if is_replaced else f"{one.name}: wording"
            kept.append(Field(one.field, "Wording", name))
    return Fields(fields.id, tuple(kept))


def _multiplied(fields: Fields) -> frozenset[str]:
    """Return the variables that interactions name."""
    named = (one.options.get("variables", []) for one in fields.fields)
    return frozenset(str(name) for names in named if isinstance(names, list) for name in names)
