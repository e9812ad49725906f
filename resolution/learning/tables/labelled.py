"""The labels in force, with what is compared of their pairs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from actors.errors import LabelsError
from resolution.labelling import Label
from resolution.tables.components import components
from resolution.tables.variables import Floats, Integers

Compare = Callable[[Integers, Integers], Floats]


@dataclass(slots=True)
class Labelled:
    """Labels as they come; whoever answers may change what was said before."""

    records: int
    compare: Compare
    left: Integers = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    right: Integers = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    same: Floats = field(default_factory=lambda: np.empty(0))
    """1 where two records are one, 0 where they are two."""
    features: Floats = field(default_factory=lambda: np.empty((0, 0)))

    def update(self, labels: Sequence[Label]) -> None:
        """Take the labels as they stand now: of one pair the last that was given.

        They are put in the order of the records, so that the order of their rows teaches nothing.
        """
        given = {(min(one[:2]), max(one[:2])): one.match for one in labels}
        by_pair = dict(sorted(given.items()))
        self.left, self.right = np.array(list(by_pair), dtype=np.int64).reshape(-1, 2).T
        self.same = np.array(list(by_pair.values()), dtype=np.float64)
        self.features = self.compare(self.left, self.right)

    def __len__(self) -> int:
        """Return how many pairs are labelled."""
        return len(self.same)

    @property
    def components(self) -> Integers:
        """Return for each label what its records hang together with by labels, as a number."""
        hung = components(self.records, self.left, self.right)
        return np.unique(hung[self.left], return_inverse=True)[1].astype(np.int64)

    @property
    def has_both(self) -> bool:
        """Whether there is something to tell apart."""
        return bool(0 < self.same.sum() < len(self))


def check_both_kinds(labels: int, same: int, more: str = "label") -> None:
    """Refuse labels of one kind: what the other is like nobody can learn from them.

    A table that is truly one, or of which no two records are, needs no model, and says so.
    """
    if 0 < same < labels:
        return
    if not labels:
        raise LabelsError(f"There are no labels; {more} pairs that are one and pairs that are two")
    if same:
        told = "one, so that nothing says what tells two apart: if the whole table is one, it needs"
        lacking = "two"
    else:
        told = "two, so that nothing says what makes a pair one: if no two records are, they need"
        lacking = "one"
    raise LabelsError(
        f"All {labels:,} pairs that were labelled are {told} no model; else {more} pairs that are "
        f"{lacking}"
    )
