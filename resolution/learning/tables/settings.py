"""What may be chosen about training on a table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """Bounds of time and memory, and the seed of every draw."""

    seed: int = 0
    most_questions: int = 1000
    """Questions asked at most, if whoever answers does not stop before."""
    pool_pairs: int = 500_000
    """Candidate pairs that questions are chosen from and rules are judged by."""
    most_records: int = 60
    """A key that more records share is too common to bring pairs; small tables allow more."""
    pairs_per_record: float | None = None
    """The budget of a run; None: 200 in small tables, falling to 20 in large ones."""

    def budget(self, records: int) -> float:
        """Return how many candidate pairs a record a run may compare."""
        if self.pairs_per_record is not None:
            return self.pairs_per_record
        return min(200.0, max(20.0, 3_000_000 / max(records, 1)))
