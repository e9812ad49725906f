"""Learning: judged pairs in, a model out. The only importer of dedupe."""

from resolution.learning.gathering import Labels, catalogue_records, gathered_labels
from resolution.learning.labels import shipped_labels
from resolution.learning.training import TrainingSettings, train

__all__ = [
    "Labels",
    "TrainingSettings",
    "catalogue_records",
    "gathered_labels",
    "shipped_labels",
    "train",
]
