"""Reads Parquet: only the wanted columns, each distinct value once."""

from pathlib import Path

import pyarrow as pa

from actors.errors import SourceError
from resolution.tables.files.cells import Cells, cells_of_column
from resolution.tables.files.sheets import Choose, Sheet


def read(path: Path, choose: Choose) -> Sheet:
    """Read the chosen columns."""
    import pyarrow.parquet as pq  # noqa: PLC0415  # who reads no Parquet does not wait for it

    try:
        with pq.ParquetFile(path) as file:
            names = file.schema_arrow.names
            wanted = list(choose(path, names))
            for name in wanted:
                if names.count(name) > 1:
                    problem = f"names the column {name} twice; rename one of them"
                    raise SourceError(path, None, problem)
            table = file.read(columns=wanted)
    except pa.ArrowInvalid as error:
        raise SourceError(path, None, f"is no Parquet file: {error}") from error
    except OSError as error:
        problem = f"cannot be read: {error.strerror or error}"
        raise SourceError(path, None, problem) from error
    cells = {name: _cells(path, table.column(name), name) for name in wanted}
    return Sheet(path, table.num_rows, cells, lambda row: f"row {row + 1}")


def _cells(path: Path, column: pa.ChunkedArray, name: str) -> Cells:
    try:
        return cells_of_column(column)
    except TypeError as error:
        problem = f"the column {name} holds {error}; a cell is a text, a number or a list of such"
        raise SourceError(path, None, problem) from None
    except (ValueError, OverflowError, KeyError) as error:  # the last for a zone nobody knows
        problem = (
            f"the column {name} ({column.type}) holds a value that cannot be read: {error}; "
            "write the column as text"
        )
        raise SourceError(path, None, problem) from None
