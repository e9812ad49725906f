"""The engine on plain tables: any CSV, Parquet or JSON Lines with a field definition, no database.

Records are rows of one or two tables, known by their row's number. Each field has a variable, which
knows how its values are read, which keys they share and how alike two of them are.
"""

from resolution.tables.api import Table, read_table, resolve, score, table_of
from resolution.tables.evaluation import ClusterEvaluation, evaluate
from resolution.tables.fields import Field, Fields, parsed_fields, read_fields
from resolution.tables.files import read_clusters, read_labels, read_truth, write_clusters
from resolution.tables.model import TableModel, read_model, write_model
from resolution.tables.running import Resolved

__all__ = [
    "ClusterEvaluation",
    "Field",
    "Fields",
    "Resolved",
    "Table",
    "TableModel",
    "evaluate",
    "parsed_fields",
    "read_clusters",
    "read_fields",
    "read_labels",
    "read_model",
    "read_table",
    "read_truth",
    "resolve",
    "score",
    "table_of",
    "write_clusters",
    "write_model",
]
