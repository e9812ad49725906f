"""What is wrong with a line of the interchange format, in words that name the field.

The validator of our JSON Schema finds the mistake and tells it in the schema's words; they are told
anew here for whoever writes such files and has never read the schema.
"""

from collections.abc import Callable, Mapping
from typing import Any

import fastjsonschema

from resolution.jsonfiles import KINDS

_MOST_SHOWN = 40


def told(error: fastjsonschema.JsonSchemaValueException) -> str:
    """Return the sentence, as the reason of a rejected row."""
    sentence = _SENTENCES.get(str(error.rule), _unknown)
    return sentence(error)


def _place(error: fastjsonschema.JsonSchemaValueException) -> str:
    """Return the field, as `names, entry 1, value`."""
    steps = [str(step) for step in error.path[1:]]
    return ", ".join(f"entry {int(step) + 1}" if step.isdigit() else step for step in steps)


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "…"


def _required(error: fastjsonschema.JsonSchemaValueException) -> str:
    missing = [name for name in error.rule_definition if name not in error.value]
    within = f" in {_place(error)}" if _place(error) else ""
    return f"has no {' and no '.join(missing)}{within}"


def _unexpected(error: fastjsonschema.JsonSchemaValueException) -> str:
    known = error.definition.get("properties", {})
    strangers = ", ".join(sorted(_shown(name) for name in error.value if name not in known))
    within = f" in {_place(error)}" if _place(error) else ""
    return f"has {strangers}{within}, which is no field of this format; expected {', '.join(known)}"


def _of_kind(error: fastjsonschema.JsonSchemaValueException) -> str:
    wanted = error.rule_definition
    kinds = [wanted] if isinstance(wanted, str) else wanted
    expected = " or ".join(KINDS[kind] for kind in kinds)
    return f"{_subject(error)} is {_shown(error.value)}; expected {expected}"


def _among(error: fastjsonschema.JsonSchemaValueException) -> str:
    expected = ", ".join(map(str, error.rule_definition))
    return f"{_subject(error)} is {_shown(error.value)}; expected one of {expected}"


def _too_few(error: fastjsonschema.JsonSchemaValueException) -> str:
    return f"{_subject(error)} is empty; expected at least {error.rule_definition}"


def _too_short(error: fastjsonschema.JsonSchemaValueException) -> str:
    return f"{_subject(error)} is empty"


def _too_long(error: fastjsonschema.JsonSchemaValueException) -> str:
    length = f"{len(error.value):,} characters; at most {error.rule_definition:,} are read"
    return f"{_subject(error)} has {length}"


def _unlike(error: fastjsonschema.JsonSchemaValueException) -> str:
    examples = error.definition.get("examples", [])
    hint = f"; expected e.g. {examples[0]}" if examples else ""
    if not str(error.value).strip():
        return f"{_subject(error)} is empty{hint}"
    return f"{_subject(error)} is {_shown(error.value)}, which it cannot be{hint}"


def _unknown(error: fastjsonschema.JsonSchemaValueException) -> str:
    return f"{_subject(error)} is {_shown(error.value)}, which it cannot be"


def _subject(error: fastjsonschema.JsonSchemaValueException) -> str:
    return _place(error) or "the line"


_SENTENCES: Mapping[str, Callable[[Any], str]] = {
    "required": _required,
    "additionalProperties": _unexpected,
    "type": _of_kind,
    "enum": _among,
    "minItems": _too_few,
    "maxLength": _too_long,
    "minLength": _too_short,
    "pattern": _unlike,
}
