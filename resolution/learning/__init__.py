"""Learning: judged pairs in, a model out. The only importer of dedupe."""

from resolution.learning.labels import shipped_labels
from resolution.learning.training import TrainingSettings, train

__all__ = ["TrainingSettings", "shipped_labels", "train"]
