"""Evaluation: judged pairs read, and held against a resolution."""

from resolution.evaluation.judgements import JudgedPair, RecordKey, positions, read_judgements
from resolution.evaluation.measures import Evaluation, Figures, evaluate

__all__ = [
    "Evaluation",
    "Figures",
    "JudgedPair",
    "RecordKey",
    "evaluate",
    "positions",
    "read_judgements",
]
