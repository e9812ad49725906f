"""Which types training puts in the place of those that were asked for: Wording for dedupe's texts.

dedupe's String, ShortString and Text give one distance each and no sign. Wording compares the same
cells by words, letters and rarity; on the known benchmarks with the same labels that is the larger
part of what is gained over stock dedupe (docs/decisions). A model says what it compares: its fields
name Wording. A text that an Interaction multiplies stays as it is. The model of stock dedupe itself
is exported by `resolution.learning.tables.export`.
"""

from dataclasses import replace

from resolution.tables.fields import Field, Fields

_TEXTS = frozenset({"String", "ShortString", "Text"})


def worded(fields: Fields) -> Fields:
    """Return the fields with Wording for texts, each column's once."""
    multiplied = {
        str(name)
        for one in fields.fields
        for name in one.options.get("variables", ())  # type: ignore[attr-defined]
    }
    kept: list[Field] = []
    columns = {one.field for one in fields.fields if one.type == "Wording"}
    for one in fields.fields:
        if one.type not in _TEXTS or one.name in multiplied:
            kept.append(one)
        elif one.field not in columns:
            columns.add(one.field)
            kept.append(replace(one, type="Wording", has_missing=False, options={}))
    return Fields(fields.id, tuple(kept))
