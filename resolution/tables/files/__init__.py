"""Files of tables: CSV, Parquet and JSON Lines, told by their ending."""

from resolution.tables.files.formats import (
    check_output,
    check_place,
    read_sheet,
    write_rows,
    write_together,
)
from resolution.tables.files.pairs import read_answers, read_labels, read_pairs, read_scores
from resolution.tables.files.records import read_records, records_of
from resolution.tables.files.results import (
    cluster_rows,
    has_confidence,
    read_clusters,
    score_rows,
    write_clusters,
    write_scores,
)
from resolution.tables.files.truth import Truth, read_truth

__all__ = [
    "Truth",
    "check_output",
    "check_place",
    "cluster_rows",
    "has_confidence",
    "read_answers",
    "read_clusters",
    "read_labels",
    "read_pairs",
    "read_records",
    "read_scores",
    "read_sheet",
    "read_truth",
    "records_of",
    "score_rows",
    "write_clusters",
    "write_rows",
    "write_scores",
    "write_together",
]
