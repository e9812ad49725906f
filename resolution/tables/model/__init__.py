"""What was learned for a table: rules, weights, threshold; and its file, readable JSON."""

from resolution.tables.model.document import as_json, model_version, read_model, write_model
from resolution.tables.model.values import Predicate, Rule, TableModel, Weight

__all__ = [
    "Predicate",
    "Rule",
    "TableModel",
    "Weight",
    "as_json",
    "model_version",
    "read_model",
    "write_model",
]
