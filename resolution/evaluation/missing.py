"""Which judged records the graph does not hold, list by list: what no evaluation speaks of."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from resolution.evaluation.judgements import JudgedPair, RecordKey

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class MissingRecords:
    """What is missing of one list."""

    source: str
    is_whole_list: bool
    """Whether the graph holds no record of the list at all."""
    records: tuple[str, ...]
    pairs: int
    """Judged pairs that are left out for it."""

    @property
    def sentence(self) -> str:
        """What is missing, for a person."""
        left_out = f"{self.pairs:,} judged pair{'' if self.pairs == 1 else 's'} left out"
        if self.is_whole_list:
            return f"No record of {self.source} is in the graph: {left_out}."
        shown = ", ".join(self.records[:_SHOWN])
        more = len(self.records) - _SHOWN
        which = f"{shown} and {more:,} more" if more > 0 else shown
        count = f"{len(self.records):,} judged record{'' if len(self.records) == 1 else 's'}"
        return f"{count} of {self.source} not in the graph ({which}): {left_out}."


def missing_records(
    judged: Sequence[JudgedPair], known: Collection[RecordKey]
) -> tuple[MissingRecords, ...]:
    """Return what judged pairs name and nobody knows, the list that costs most first."""
    lists = {key.source for key in known}
    lacking: dict[str, dict[str, None]] = {}
    pairs: dict[str, int] = {}
    for pair in judged:
        unknown = [key for key in (pair.left, pair.right) if key not in known]
        for key in unknown:
            lacking.setdefault(key.source, {})[key.record] = None
        for source in {key.source for key in unknown}:
            pairs[source] = pairs.get(source, 0) + 1
    found = [
        MissingRecords(source, source not in lists, tuple(records), pairs[source])
        for source, records in lacking.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.pairs, one.source)))
