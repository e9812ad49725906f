"""Judged pairs with what an engine made of them: all that a report is written from.

Free of mentions and models, so that a run over the graph and one over plain tables are reported
alike: ids on both sides, a verdict, a score, and where it is known, what decided and why.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from resolution.explanation.values import FeatureContribution

Booleans = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class PairExplanation:
    """Why a pair has its score."""

    text: str
    features: Sequence[FeatureContribution]
    values: Sequence[tuple[str, str, str]] = ()
    """Field, left value, right value: the two sides beside each other."""


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """Two records, what a person said of them, and what the engine says."""

    left: str
    right: str
    is_same: bool
    score: float
    """0 where the pair was never compared."""
    is_merged: bool | None = None
    """What was decided; None: whatever reaches the threshold is merged."""
    groups: tuple[str, ...] = ()
    """What the pair is counted with, as `across lists`; none where all are counted alike."""
    left_name: str = ""
    right_name: str = ""
    explanation: PairExplanation | None = None

    @property
    def key(self) -> frozenset[str]:
        """The pair, whichever side is left."""
        return frozenset((self.left, self.right))

    def merged_at(self, threshold: float) -> bool:
        """Whether the pair was merged, or its score alone would merge it."""
        return self.score >= threshold if self.is_merged is None else self.is_merged

    def is_right_at(self, threshold: float) -> bool:
        """Whether what was decided is what the person said."""
        return self.merged_at(threshold) == self.is_same


@dataclass(frozen=True, slots=True)
class Columns:
    """All that figures need of pairs, of which there may be millions."""

    is_same: Booleans
    scores: Floats
    is_merged: Booleans

    def __len__(self) -> int:
        """Return how many pairs there are."""
        return len(self.scores)

    def and_more(self, more: "Columns") -> "Columns":
        """Return both."""
        return Columns(
            np.append(self.is_same, more.is_same),
            np.append(self.scores, more.scores),
            np.append(self.is_merged, more.is_merged),
        )


def columns_of(pairs: Sequence[ScoredPair], threshold: float) -> Columns:
    """Return what figures need of some pairs."""
    return Columns(
        np.array([one.is_same for one in pairs], dtype=np.bool_),
        np.array([one.score for one in pairs], dtype=np.float64),
        np.array([one.merged_at(threshold) for one in pairs], dtype=np.bool_),
    )
