"""The JSON of a model's file, held to what JSON can say in numbers and letters that can be used.

Python reads more than that: NaN, numbers beyond every float, halves of letters.
"""

import json
import math
from pathlib import Path

from actors.errors import ModelError


def parsed(path: Path) -> object:
    """Return what a file says; a ModelError says why it is nothing to go by."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(f"{path}: the model cannot be read: {error}") from error
    try:
        document: object = json.loads(
            text, parse_constant=_number, parse_float=_number, parse_int=_whole
        )
        json.dumps(document, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise ModelError(f"{path}, line {error.lineno}: not JSON: {error.msg}") from error
    except RecursionError as error:
        raise ModelError(f"{path}: is no model: lists within lists without an end") from error
    except UnicodeEncodeError as error:
        raise ModelError(f"{path}: a text of the model holds half a letter: {error}") from error
    except ValueError as error:
        raise ModelError(f"{path}: {error}") from error
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
