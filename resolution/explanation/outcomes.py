"""What a run makes of two records, once all others have had their say; frozen values."""

from dataclasses import dataclass
from enum import StrEnum


class Compared(StrEnum):
    """How a run came to compare two records."""

    BY_RULES = "BY_RULES"
    BY_NEIGHBOURS = "BY_NEIGHBOURS"
    """A third record is likely to be both."""
    AS_EQUAL = "AS_EQUAL"
    """They are equal in all that is compared: one stands for both."""
    NEVER = "NEVER"


@dataclass(frozen=True, slots=True)
class Link:
    """Two records that a run compared, and the probability that they are one."""

    left: str
    right: str
    score: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run with one model and threshold makes of two records."""

    threshold: float
    """The probability from which the run takes two for one."""
    stand_ins: tuple[tuple[str, str], ...]
    """Of the two those that are equal to another in all that is compared, and the one that stands
    for them wherever pairs are named."""
    compared: Compared
    are_one: bool
    """Whether both are in one cluster."""
    left_cluster: tuple[str, ...]
    """The ids of the left one's cluster, itself among them."""
    right_cluster: tuple[str, ...]
    thirds: tuple[str, ...]
    """Who is likely to be both of two that no rule brings together."""
    contradictions: tuple[tuple[str, str, str], ...]
    """What kept the two out of the budget of pairs: in what they differ, left key, right key."""
    better: tuple[Link, ...]
    """What came before the two: a record of the cluster of either that is likelier to be it."""
    way: tuple[Link, ...]
    """The links by which one cluster holds both, from the left to the right one, each as strong as
    can be; one where their own pair is that strong."""
    average: float | None
    """The mean over all pairs between two clusters, those never compared counting 0; None in one
    cluster."""
    text: str
    """All of it in sentences."""
