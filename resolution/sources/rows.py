"""CSV as publishers write it: rows with their line numbers, each malformed one told apart.

Publishers mix Latin-1 and UTF-8 in one file, so every field is decoded by itself. A quote that is
never closed would swallow the rest of the file; a row may span few lines, and if it does not end
there, its first line is malformed and reading goes on behind it.
"""

import csv
from collections.abc import Iterator

from actors.records import Rejected

_MOST_LINES_IN_A_ROW = 60
Row = tuple[int, list[str]]


def rows(content: bytes, file: str) -> Iterator[Row | Rejected]:
    """Yield every row with the line where it begins, or why it is none; empty lines are none."""
    lines = (
        content.removeprefix(b"\xef\xbb\xbf").decode("latin-1").replace("\r\n", "\n").split("\n")
    )
    place = 0
    while place < len(lines):
        if not lines[place].strip("\x1a \t\r\0"):
            place += 1
            continue
        length = _lines_of_row(lines, place)
        yield _row("\n".join(lines[place : place + length]), place + 1, file)
        place += length


def _lines_of_row(lines: list[str], first: int) -> int:
    quotes = 0
    for length, line in enumerate(lines[first : first + _MOST_LINES_IN_A_ROW], start=1):
        quotes += line.count('"')
        if quotes % 2 == 0:
            return length
    return 1


def _row(text: str, line: int, file: str) -> Row | Rejected:
    if "\0" in text:
        return Rejected(file, line, "holds a NUL byte; fetch the file again")
    try:
        [fields] = csv.reader([text], strict=True)
    except csv.Error as error:
        return Rejected(file, line, f"is not CSV: {error}")
    return line, fields if text.isascii() else [_decoded(field) for field in fields]


def _decoded(field: str) -> str:
    if field.isascii():
        return field
    raw = field.encode("latin-1")
    for encoding in ("utf-8", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return field
