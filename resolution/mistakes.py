"""What is wrong with a JSON document, in a sentence a person can act on.

A JSON Schema's validator finds the mistake; its own words ("is not valid under any of the given
schemas") would send the reader to the schema, so they are told anew here.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

from resolution.jsonfiles import KINDS

_MOST_SHOWN = 60


def first_mistake(validator: Draft202012Validator, document: object) -> str | None:
    """Return the worst mistake and its place; None when the document fits."""
    error = best_match(validator.iter_errors(document))
    if error is None:
        return None
    return f"{_place(error.absolute_path, document)}{_told(error)}"


def _place(path: Sequence[str | int], document: Any) -> str:  # noqa: ANN401  # any JSON
    """Return where in the document, as `fields, entry 3 (name), type: `."""
    words, here = [], document
    for step in path:
        here = here[step]
        if isinstance(step, str):
            words.append(step)
            continue
        known = isinstance(here, dict) and next(
            (here[key] for key in ("name", "field", "feature") if isinstance(here.get(key), str)),
            None,
        )
        words.append(f"entry {step + 1}" + (f" ({known})" if known else ""))
    return ", ".join(words) + ": " if words else ""


def _told(error: ValidationError) -> str:
    if error.schema is False:
        return f"{_shown(error.instance)} means nothing for a field of this type; leave it out"
    told = _SENTENCES.get(str(error.validator))
    return told(error) if told else f"{_shown(error.instance)}: {error.message}"


def _asked(error: ValidationError) -> Any:  # noqa: ANN401  # whatever the keyword takes
    return error.validator_value


def _lacking(error: ValidationError) -> str:
    given: Any = error.instance
    return f"lacks {_listed([key for key in _asked(error) if key not in given])}"


def _unknown(error: ValidationError) -> str:
    schema: Any = error.schema
    known, given = list(schema["properties"]), cast("Mapping[str, object]", error.instance)
    unknown = [key for key in given if key not in known]
    return f"{_listed(unknown)} means nothing here; known are {_listed(known)}"


def _kind(error: ValidationError) -> str:
    asked = _asked(error)
    kinds = [asked] if isinstance(asked, str) else asked
    return f"{_shown(error.instance)} is not {' or '.join(KINDS[kind] for kind in kinds)}"


def _few(error: ValidationError) -> str:
    fewest = _asked(error)
    return f"{_shown(error.instance)} is " + (
        "empty" if fewest == 1 else f"shorter than {fewest} entries"
    )


def _none_of(error: ValidationError) -> str:
    known = {str(one).casefold(): str(one) for one in _asked(error)}
    near = get_close_matches(str(error.instance).casefold(), known, n=1)
    hint = f"; did you mean {known[near[0]]}?" if near else ""
    return f"{_shown(error.instance)} is none of {_listed(_asked(error))}{hint}"


_SENTENCES: Mapping[str, Callable[[ValidationError], str]] = {
    "required": _lacking,
    "additionalProperties": _unknown,
    "type": _kind,
    "enum": _none_of,
    "const": lambda error: f"{_shown(error.instance)} is not {_shown(_asked(error))}",
    "minItems": _few,
    "minLength": _few,
    "uniqueItems": lambda error: f"{_shown(error.instance)} names something twice",
    "minimum": lambda error: f"{_shown(error.instance)} is below {_asked(error)}",
    "maximum": lambda error: f"{_shown(error.instance)} is above {_asked(error)}",
    "exclusiveMinimum": lambda error: f"{_shown(error.instance)} is not above {_asked(error)}",
}


def _shown(value: object) -> str:
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= _MOST_SHOWN else shown[: _MOST_SHOWN - 1] + "…"


def _listed(words: Sequence[object]) -> str:
    return ", ".join(str(word) for word in words)
