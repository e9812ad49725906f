"""Files of tables: CSV, Parquet and JSON Lines, told by their ending."""

from resolution.tables.files.formats import check_output, check_place, read_sheet, write_rows
from resolution.tables.files.pairs import read_labels, read_pairs, read_scores, read_truth
from resolution.tables.files.records import read_records, records_of
from resolution.tables.files.results import read_clusters, write_clusters, write_scores

__all__ = [
    "check_output",
    "check_place",
    "read_clusters",
    "read_labels",
    "read_pairs",
    "read_records",
    "read_scores",
    "read_sheet",
    "read_truth",
    "records_of",
    "write_clusters",
    "write_rows",
    "write_scores",
]
