"""What others would do with the judged pairs: Jaro-Winkler on names, nothing else."""

from collections.abc import Sequence

import numpy as np
from rapidfuzz.distance import JaroWinkler

from actors.names import fold
from actors.records import Mention


def spellings(record: Mention) -> list[str]:
    """Return the names of a record, folded, their words in alphabetic order."""
    return sorted({" ".join(sorted(fold(name.value).split())) for name in record.names})


def jaro_winkler(records: Sequence[Mention], pairs: Sequence[tuple[int, int]]) -> np.ndarray:
    """Return for each pair the likeness of its two most alike names."""
    return np.array(
        [
            max(
                (
                    JaroWinkler.similarity(one, other)
                    for one in spellings(records[left])
                    for other in spellings(records[right])
                ),
                default=0.0,
            )
            for left, right in pairs
        ]
    )


def best_threshold(scores: np.ndarray, same: np.ndarray) -> float:
    """Return the threshold with the best F1."""
    cuts = np.unique(scores)
    wins = [
        (2 * ((scores >= cut) & same).sum() / ((scores >= cut).sum() + same.sum())) for cut in cuts
    ]
    return float(cuts[int(np.argmax(wins))])
