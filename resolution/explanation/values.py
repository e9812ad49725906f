"""What an explanation is made of; frozen, and free of where the two sides come from."""

from dataclasses import dataclass

PRIOR = "prior"
"""The contribution that stands before anything is compared."""


@dataclass(frozen=True, slots=True)
class FeatureContribution:
    """One feature: what each side says, how alike that is, and what it adds to the log-odds."""

    name: str
    left: str | None
    right: str | None
    similarity: float | None
    """None where a side says nothing, and for what stands before anything is compared."""
    weight: float
    meaning: str = ""
    """The finding in words, as `the birth year is the same`."""


@dataclass(frozen=True, slots=True)
class RuleKeys:
    """One blocking rule: the keys that each side has under it."""

    rule: str
    meaning: str
    """What two must have in common to meet under it, in words."""
    left: tuple[str, ...]
    right: tuple[str, ...]
    shared: tuple[str, ...]
    too_common: tuple[str, ...]
    """Shared keys that more records have than the rule allows: they bring no pairs."""
    most_records: int
    brings_together: bool
    """Whether the two are compared by this rule. Two texts meet by a whole name alone."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A score with everything it is made of."""

    score: float
    log_odds: float
    """What the weights of all features add up to, the one that stands before them included."""
    features: tuple[FeatureContribution, ...]
    rules: tuple[str, ...]
    """The blocking rules that bring the two together; none: a run does not compare them."""
    blocking: tuple[RuleKeys, ...]
    text: str
