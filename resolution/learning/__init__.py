"""Learning: judged pairs in, a model out. The only importer of dedupe."""

from resolution.learning.training import TrainingSettings, train

__all__ = ["TrainingSettings", "train"]
