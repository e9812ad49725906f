"""A dedupe of our variables: one a field, with the features that weights are learned for."""

import dedupe

from resolution.blocking import FIELDS
from resolution.comparison import DECIDED, FEATURES
from resolution.comparison.births import FINDINGS as BIRTHS
from resolution.comparison.context import FINDINGS as CONTEXT
from resolution.comparison.names import FINDINGS as NAMES
from resolution.comparison.numbers import FINDINGS as NUMBERS
from resolution.learning.variables import FieldVariable, Material

_FEATURES_BY_FIELD = {
    "names": NAMES,
    "birth_dates": BIRTHS,
    "identifiers": NUMBERS,
    "countries": tuple(name for name in CONTEXT if name.startswith(("country", "regime"))),
    "genders": tuple(name for name in CONTEXT if name.startswith("gender")),
}


def deduper_of(material: Material) -> tuple[dedupe.Dedupe, tuple[str, ...]]:
    """Return a dedupe of our variables, and our features in the order of its distances."""
    number = {feature: place for place, feature in enumerate(FEATURES)}
    by_field = {
        field: [name for name in _FEATURES_BY_FIELD[field] if name not in DECIDED]
        for field in FIELDS
    }
    variables = [
        FieldVariable(field, {name: number[name] for name in names}, material)
        for field, names in by_field.items()
    ]
    return dedupe.Dedupe(variables, num_cores=0), tuple(
        name for names in by_field.values() for name in names
    )
