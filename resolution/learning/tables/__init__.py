"""Learning on plain tables: questions asked where they teach most, rules, weights, threshold."""

from resolution.learning.tables.settings import TrainingSettings
from resolution.learning.tables.training import train

__all__ = ["TrainingSettings", "train"]
