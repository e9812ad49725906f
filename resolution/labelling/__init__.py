"""Labelling: questions about pairs, and who answers them."""

from resolution.labelling.answers import Answers, GivenLabels, Label, StopAsking

__all__ = ["Answers", "GivenLabels", "Label", "StopAsking"]
