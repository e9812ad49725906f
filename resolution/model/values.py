"""The parts of a model, as frozen values.

Word counts are frozen with the model: a score then depends on nothing but the two mentions and the
model, so that incremental and full runs, explanations and the service all come to the same number.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from actors.names import COMMON, COMPANY_FORMS, PARTICLES, TITLES

COMPARISON_VERSION = 3
"""Of what features mean. Raise it with every change by which the features of a pair change: a model
learned of the former ones is refused, and as the version of a model covers it, the next run
compares everything again."""


@dataclass(frozen=True, slots=True)
class BlockingRule:
    """Mentions that share a key of each of these are compared."""

    keys: tuple[str, ...]
    """Names of key functions, as `token_pair`; several make a compound key."""
    most_records: int
    """A key that more records share is too common to prove anything and brings no pairs."""
    is_learned: bool
    """Whether dedupe's cover chose it; else it was added for recall within the budget of pairs."""

    @property
    def name(self) -> str:
        """The rule's name in tables and explanations."""
        return "+".join(self.keys)


@dataclass(frozen=True, slots=True)
class Feature:
    """One column of the comparison and what it adds to the log-odds for each unit."""

    name: str
    weight: float
    is_learned: bool
    """False for vetoes: their weight is a decision, not an estimate."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Probabilities from which pairs merge, and from which they are worth a look."""

    merge: float
    look: float


@dataclass(frozen=True, slots=True)
class WordCounts:
    """In how many mentions each word of names occurs, where more than one has it."""

    mentions: int
    counts: Mapping[str, int]

    def rarity(self, word: str) -> float:
        """Return what agreeing on a word proves, from 0.1 for forms to 1 for the rare."""
        if word in COMPANY_FORMS or word in PARTICLES:
            return 0.1
        if word in TITLES:
            return 0.25
        ceiling = 0.55 if word in COMMON else 1.0
        if len(word) == 1:
            ceiling = 0.3
        seen = (1 + self.counts.get(word, 1)) / (2 + self.mentions)
        return min(ceiling, max(0.25, math.log(seen) / math.log(2 / (2 + self.mentions))))


@dataclass(frozen=True, slots=True)
class Model:
    """All that a run needs to decide, and what it was trained on."""

    name: str
    blocking: tuple[BlockingRule, ...]
    features: tuple[Feature, ...]
    bias: float
    thresholds: Thresholds
    words: WordCounts
    trained_on: Mapping[str, object]
