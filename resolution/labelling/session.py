"""The answers of one sitting: what was asked, answered, left open; and the way back.

Every answer is saved at once, so that a sitting may end at any moment and go on another day.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from resolution.labelling.answers import Label
from resolution.labelling.contradictions import Contradiction, contradicting

Pair = tuple[int, int]
Answers = dict[Pair, bool | None]


@dataclass(slots=True)
class Session:
    """Answers by pair, smaller number first; None for pairs left open."""

    save: Callable[[Sequence[tuple[Pair, bool | None]]], None]
    answers: Answers = field(default_factory=dict)
    """Those of earlier sittings too."""
    given: tuple[Label, ...] = ()
    """Labels from elsewhere, which this sitting does not change."""
    given_unsure: frozenset[Pair] = frozenset()
    """Pairs that somebody else was asked about, and left open."""
    asked: list[Pair] = field(default_factory=list)
    """The pairs answered in this sitting, in order."""

    @property
    def labels(self) -> list[Label]:
        """All labels in force; an answer of this file outweighs a given label of the pair."""
        answered = [
            Label(*pair, answer) for pair, answer in self.answers.items() if answer is not None
        ]
        return [*(one for one in self.given if ordered(*one[:2]) not in self.answers), *answered]

    def answer(self, left: int, right: int, answer: bool | None) -> Contradiction | None:
        """Take and save an answer; return how it contradicts the labels there were."""
        pair = ordered(left, right)
        contradiction = None if answer is None else contradicting(Label(*pair, answer), self.labels)
        self.answers[pair] = answer
        if pair not in self.asked:
            self.asked.append(pair)
        self.save(list(self.answers.items()))
        return contradiction

    def is_left_open(self, pair: Pair) -> bool:
        """Whether somebody was asked about a pair before this sitting, and was not sure."""
        if pair in self.given_unsure:
            return pair not in self.answers
        return pair not in self.asked and self.answers.get(pair, True) is None

    def count(self, answer: bool | None) -> int:
        """Return how many pairs have this answer, earlier sittings included."""
        return sum(one is answer for one in self.answers.values())


def ordered(left: int, right: int) -> Pair:
    """Return a pair with the smaller number first."""
    return (left, right) if left < right else (right, left)
