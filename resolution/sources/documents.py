"""What a file is: its bytes, and the Document that they are.

The same bytes of the same source are one document, so its id needs nothing else. A list made of
several files is one document; its bytes are theirs, one after another.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from actors.errors import SourceError
from actors.records import Document, Source, document_id
from resolution.sources.entries import CatalogueDocument

_MAGIC = {
    b"PK\x03\x04": "a ZIP archive; unpack it first",
    b"\x1f\x8b": "gzip; unpack it first",
    b"\x28\xb5\x2f\xfd": "Zstandard; unpack it first",
    b"%PDF": "a PDF; the publishers offer CSV or XML as well",
    b"\xff\xfe": "UTF-16; save it as UTF-8",
    b"\xfe\xff": "UTF-16; save it as UTF-8",
}
_CONTROL_BYTES = bytes({*range(32)} - {9, 10, 12, 13, 26, 27})
_PROBE_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Described:
    """What a file says of itself; the catalogue's words come first."""

    title: str | None = None
    published_on: date | None = None
    url: str | None = None
    language: str | None = None
    text: str | None = None


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes; what is no readable text file at all is a SourceError."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise SourceError(path, None, "there is no such file; check the path") from None
    except IsADirectoryError:
        raise SourceError(path, None, "this is a folder; name a file in it") from None
    except OSError as error:
        raise SourceError(path, None, f"cannot be read ({error.strerror})") from error
    if not content.strip(b" \t\r\n\0\x1a"):
        raise SourceError(path, None, "the file is empty; fetch it again")
    for magic, what in _MAGIC.items():
        if content.startswith(magic):
            raise SourceError(path, None, f"this is {what}")
    probe = content[:_PROBE_BYTES]
    if len(probe) - len(probe.translate(None, _CONTROL_BYTES)) > len(probe) // 20:
        raise SourceError(path, None, "this is a binary file, not text; check which file is meant")
    return content


def document_of(
    source: Source, entry: CatalogueDocument, contents: Sequence[bytes], found: Described
) -> Document:
    """Return the document that these bytes are, named by the catalogue, else by itself."""
    digest = hashlib.sha256()
    for content in contents:
        digest.update(content)
    sha256 = digest.hexdigest()
    published_on = entry.published_on or found.published_on
    return Document(
        id=document_id(source.id, sha256),
        source=source.id,
        title=entry.title or found.title or _title(source, entry, published_on),
        sha256=sha256,
        retrieved_at=entry.retrieved_at or datetime.now(UTC),
        published_on=published_on,
        url=entry.url or found.url,
        language=entry.language or found.language,
        text=found.text,
        is_complete=entry.complete,
    )


def _title(source: Source, entry: CatalogueDocument, published_on: date | None) -> str:
    return f"{source.name}, {published_on or entry.path.name}"
