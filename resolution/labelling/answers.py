"""Who answers the questions of training: a person, a truth that is known, nobody."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol


class Label(NamedTuple):
    """Two records, by their numbers, and whether they are one."""

    left: int
    right: int
    match: bool


class Answer(NamedTuple):
    """What somebody said of two records; None: unsure."""

    left: int
    right: int
    match: bool | None


class StopAsking(Exception):
    """No more answers: the budget is spent, or the person has had enough."""


class Answers(Protocol):
    """Answers about pairs of records."""

    @property
    def labels(self) -> Sequence[Label]:
        """All labels in force: those given beforehand and those answered since.

        Between two questions an answer may change, as when a person goes back.
        """

    def ask(self, left: int, right: int) -> bool | None:
        """Return whether two records are one; None says: unsure. StopAsking ends the asking."""


class GivenLabels:
    """Labels that are there already; every question is one too many."""

    def __init__(self, labels: Sequence[Label]) -> None:
        """Take the labels."""
        self.labels: Sequence[Label] = tuple(labels)

    def ask(self, left: int, right: int) -> bool | None:  # noqa: ARG002  # nobody is there
        """Answer nothing."""
        raise StopAsking
