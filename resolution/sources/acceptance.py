"""What every mention must be before it is accepted, whichever reader made it.

In flows a mention, out comes why it cannot be stored, or nothing. The graph indexes identifiers,
authorities, programmes and legal bases, and an index takes some 8,000 bytes; names are compared
letter by letter. A value beyond the bounds would stop the storing, or every run that follows.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from actors.names import fold
from actors.records import Mention
from actors.records.interchange import to_json

LONGEST_NAME = 1_000
LONGEST_VALUE = 500
"""Of a record's key, of an identifier, an authority, a programme, a legal basis."""
LONGEST_SCHEME = 100
UNSTORABLE = "holds a NUL or half a character (a lone surrogate); write it as plain UTF-8"
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_SHOWN = 40


def is_storable(text: str) -> bool:
    """Whether the text can be written as UTF-8 and holds no NUL."""
    return not _UNSTORABLE.search(text)


def problem_of(mention: Mention) -> str | None:
    """Return why the mention cannot be stored, as the reason of a rejected row."""
    if not all(map(is_storable, _texts(to_json(mention)))):
        return UNSTORABLE
    return next(_problems(mention), None)


def _problems(mention: Mention) -> Iterator[str]:
    yield from _key_problems("record id", mention.record_id or "", LONGEST_VALUE)
    for name in mention.names:
        yield from _too_long("name", name.value, LONGEST_NAME)
    if not any(fold(name.value) for name in mention.names):
        yield "has no name with a letter or a digit"
    for identifier in mention.identifiers:
        yield from _key_problems("scheme", identifier.scheme, LONGEST_SCHEME)
        yield from _key_problems(f"value of {identifier.scheme}", identifier.value, LONGEST_VALUE)
    for claim in mention.designations:
        yield from _key_problems("authority", claim.authority, LONGEST_VALUE)
        for programme in claim.programmes:
            yield from _too_long("programme", programme, LONGEST_VALUE)
        for basis in claim.legal_bases:
            yield from _too_long("legal basis", basis, LONGEST_VALUE)


def _key_problems(what: str, text: str, longest: int) -> Iterator[str]:
    """Tell what is wrong; a key without letter and digit would equal every other such key."""
    if not any(map(str.isalnum, text)):
        yield f"has the {what} {text[:_SHOWN]!r}; expected a letter or a digit in it"
    yield from _too_long(what, text, longest)


def _too_long(what: str, text: str, longest: int) -> Iterator[str]:
    if len(text) > longest:
        yield (
            f"has the {what} {text[:_SHOWN]!r}… of {len(text):,} characters;"
            f" at most {longest:,} are read"
        )


def _texts(written: object) -> Iterator[str]:
    if isinstance(written, str):
        yield written
    elif isinstance(written, Mapping):
        yield from written
        yield from _texts(written.values())
    elif isinstance(written, Iterable):
        for part in written:
            yield from _texts(part)
