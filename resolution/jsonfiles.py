"""JSON files held to what JSON can say in numbers and letters that can be used.

Python reads more than that: NaN, numbers beyond every float, halves of letters. A file's text in,
its document out; what is wrong is one sentence, in the error that the caller names.
"""

import json
import math
from pathlib import Path

from actors.errors import DramatisError

KINDS = {
    "object": "an object {…}",
    "array": "a list […]",
    "string": "a text in quotes",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
}
"""The types of a schema in words."""


def read_document(path: Path, what: str, error_type: type[DramatisError]) -> object:
    """Return what a file says; `what` names its content: the model, the field definitions."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise error_type(f"{path}: {what} cannot be read: {error}") from error
    return parsed_document(text, str(path), error_type)


def parsed_document(text: str, origin: str, error_type: type[DramatisError]) -> object:
    """Return what a text says; `origin` is told in the error."""
    try:
        document: object = json.loads(
            text, parse_constant=_number, parse_float=_number, parse_int=_whole
        )
        json.dumps(document, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise error_type(f"{origin}, line {error.lineno}: not JSON: {error.msg}") from error
    except RecursionError as error:
        raise error_type(f"{origin}: lists within lists without an end") from error
    except UnicodeEncodeError as error:
        raise error_type(f"{origin}: a text holds half a letter: {error}") from error
    except ValueError as error:
        raise error_type(f"{origin}: {error}") from error
    return document


def _number(written: str) -> float:
    number = float(written)
    if not math.isfinite(number):
        raise ValueError(f"{_shown(written)} is no number that can be counted with")
    return number


def _whole(written: str) -> int:
    _number(written)
    number = int(written)
    if abs(number) >= 2**63:
        raise ValueError(f"{_shown(written)} is no number that can be counted with")
    return number


def _shown(written: str) -> str:
    return written if len(written) <= 20 else f"{written[:19]}…"
