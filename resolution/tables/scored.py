"""The scored pairs of a run: gathered batch after batch, in the order of their left records."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from resolution.tables.keys import Numbers

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scored:
    """Pairs of record numbers and the probability that each is one."""

    left: Numbers
    right: Numbers
    scores: Floats

    def __len__(self) -> int:
        """Return how many pairs there are."""
        return len(self.scores)

    def and_more(self, more: "Scored") -> "Scored":
        """Return both, each of the others behind those that have its left record."""
        after = np.searchsorted(self.left, more.left, side="right")
        return Scored(
            np.insert(self.left, after, more.left),
            np.insert(self.right, after, more.right),
            np.insert(self.scores, after, more.scores),
        )


@dataclass(slots=True)
class Gathering:
    """Scored pairs on their way: a batch holds all pairs of some left records."""

    next_record: int = 0
    """The left record to go on from."""
    batches: list[Scored] = field(default_factory=list)

    def add(self, next_record: int, batch: Scored) -> None:
        """Take a batch that ends before a left record."""
        self.batches.append(batch)
        self.next_record = next_record

    def gathered(self) -> Scored:
        """Return all pairs, and forget the batches."""
        columns = (
            np.concatenate([nothing, *(getattr(one, name) for one in self.batches)])
            for name, nothing in _NOTHING.items()
        )
        found = Scored(*columns)
        self.batches.clear()
        return found


_NOTHING = {
    "left": np.zeros(0, dtype=np.int32),
    "right": np.zeros(0, dtype=np.int32),
    "scores": np.zeros(0, dtype=np.float64),
}
