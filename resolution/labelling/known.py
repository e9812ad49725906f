"""Answers from a truth that is known, so that training can be measured without a person."""

import numpy as np
import numpy.typing as npt

from resolution.labelling.answers import Label, StopAsking


class KnownAnswers:
    """Answers at most `budget` questions; the truth serves nothing else."""

    def __init__(self, truth: npt.NDArray[np.int64], budget: int) -> None:
        """Take each record's true cluster, below 0 where it is not known."""
        self._truth = truth
        self._budget = budget
        self.labels: list[Label] = []
        """What was answered, in order."""

    def ask(self, left: int, right: int) -> bool | None:
        """Answer, while the budget lasts; what the truth does not tell costs nothing."""
        if len(self.labels) >= self._budget:
            raise StopAsking
        if min(self._truth[left], self._truth[right]) < 0:
            return None
        match = bool(self._truth[left] == self._truth[right])
        self.labels.append(Label(left, right, match))
        return match
