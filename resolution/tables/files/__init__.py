"""Files of tables: CSV, Parquet and JSON Lines, told by their ending."""

from resolution.tables.files.formats import check_output, read_sheet, write_rows
from resolution.tables.files.records import read_records

__all__ = ["check_output", "read_records", "read_sheet", "write_rows"]
