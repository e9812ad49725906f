"""What was learned: blocking rules, features and their weights, thresholds. Readable JSON."""

from resolution.model.document import model_version, read_model, shipped_model, write_model
from resolution.model.values import BlockingRule, Feature, Model, Thresholds, WordCounts

__all__ = [
    "BlockingRule",
    "Feature",
    "Model",
    "Thresholds",
    "WordCounts",
    "model_version",
    "read_model",
    "shipped_model",
    "write_model",
]
