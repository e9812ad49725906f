"""Which format a file has is told by its ending, wherever tables are read or written."""

from collections.abc import Mapping
from pathlib import Path

import duckdb
import pyarrow as pa

from actors.errors import OutputError, SourceError
from actors.replacing import replaced_together, told
from resolution.tables.files import delimited, jsonlines, parquet
from resolution.tables.files.sheets import Choose, Sheet

_READERS = {".csv": delimited.read, ".parquet": parquet.read, ".jsonl": jsonlines.read}
_WRITERS = {
    ".csv": "FORMAT csv, HEADER",
    ".parquet": "FORMAT parquet, COMPRESSION zstd",
    ".jsonl": "FORMAT json",
}
_PARQUET = b"PAR1\x15"
"""How such a file begins: four letters, and the first field of what follows."""
_ASKED = "its ending should tell the format: .csv, .parquet or .jsonl"


def read_sheet(path: Path, choose: Choose) -> Sheet:
    """Read the chosen columns of a file; a SourceError says what is wrong with it, and where."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise SourceError(path, None, _ASKED)
    if not path.is_file():
        raise SourceError(path, None, "there is no such file")
    _check_ending(path)
    return reader(path, choose)


def _check_ending(path: Path) -> None:
    """Refuse Parquet under another name, and what calls itself Parquet and is none."""
    try:
        with path.open("rb") as file:
            begins = file.read(len(_PARQUET))
    except OSError as error:
        raise SourceError(path, None, f"cannot be read: {error.strerror}") from error
    is_named = path.suffix.lower() == ".parquet"
    if begins == _PARQUET and not is_named:
        raise SourceError(path, None, "is Parquet, whatever its ending says; name it .parquet")
    if begins[:4] != _PARQUET[:4] and is_named:
        problem = "is not Parquet, whatever its ending says; name it .csv or .jsonl if it is that"
        raise SourceError(path, None, problem)


def check_output(path: Path) -> None:
    """Raise before any work is done when a table could not be written there."""
    if path.suffix.lower() not in _WRITERS:
        raise OutputError(f"{path}: {_ASKED}")
    check_place(path)


def check_place(path: Path) -> None:
    """Raise before any work is done when no file could be written there."""
    if not path.absolute().parent.is_dir():
        raise OutputError(f"{path}: there is no folder {path.parent}")


def write_rows(rows: pa.Table, path: Path) -> None:
    """Write a table in the order of its rows; the file is there whole or as it was."""
    write_together({path: rows})


def write_together(tables: Mapping[Path, pa.Table]) -> None:
    """Write the tables of one result; all files are there whole, or all are as they were."""
    for path in tables:
        check_output(path)
    with replaced_together(*tables) as besides, duckdb.connect() as connection:
        for (path, rows), beside in zip(tables.items(), besides, strict=True):
            with told(path):
                _write(connection, rows, path, beside)


def _write(connection: duckdb.DuckDBPyConnection, rows: pa.Table, path: Path, beside: Path) -> None:
    options = _WRITERS[path.suffix.lower()]
    place = str(beside).replace("'", "''")
    connection.register("result", rows)
    try:
        connection.execute(f"COPY (FROM result) TO '{place}' ({options})")
    except duckdb.IOException as error:
        raise OutputError(f"{path}: cannot be written: {error}") from error
