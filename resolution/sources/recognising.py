"""Which format a file has that was named as OFAC's CSV, told by its beginning."""

import re
from pathlib import Path

from actors.errors import SourceError

_PROBE_BYTES = 4096
_SIGNS = {
    "un-consolidated": re.compile(rb"<CONSOLIDATED_LIST\b"),
    "ca-sema": re.compile(rb"<data-set\b"),
    "uk-conlist": re.compile(rb"\bName 6\b[^\n]*\bGroup Type\b"),
    "mentions": re.compile(rb"\A(?:\xef\xbb\xbf)?\s*\{[^\n]*\"record_id\""),
}
_KINDS = {
    "an HTML page": re.compile(rb"\A\s*<(?:!doctype html|html)\b", re.IGNORECASE),
    "XML": re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<"),
    "JSON": re.compile(rb"\A(?:\xef\xbb\xbf)?\s*[\[{]"),
}


def refuse_other(path: Path, content: bytes) -> None:
    """Raise a SourceError that names the format or kind of a file, where its beginning tells."""
    probe = content[:_PROBE_BYTES]
    for format_, sign in _SIGNS.items():
        if sign.search(probe):
            problem = f"this is a file of the format {format_}, not ofac-sdn; name that format"
            raise SourceError(path, None, problem)
    for kind, sign in _KINDS.items():
        if sign.search(probe):
            raise SourceError(path, None, f"this is {kind}, and ofac-sdn is CSV; check the file")
