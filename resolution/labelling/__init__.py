"""Labelling: questions about pairs, and who answers them."""

from resolution.labelling.answers import Answer, Answers, GivenLabels, Label, StopAsking
from resolution.labelling.known import KnownAnswers

__all__ = ["Answer", "Answers", "GivenLabels", "KnownAnswers", "Label", "StopAsking"]
