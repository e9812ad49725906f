"""What there is to learn from: judged pairs of mentions at hand, as rows of their table.

Pairs that a veto decides teach no weights: the veto would otherwise make agreeing names look like a
bad sign.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from actors.errors import LabelsError
from actors.records import Mention, Verdict
from resolution.comparison import FEATURES, VETOES
from resolution.evaluation.judgements import JudgedPair, positions
from resolution.learning.variables import Material
from resolution.learning.weights import Labels

Pair = tuple[int, int]

_FEWEST = 20


@dataclass(frozen=True, slots=True)
class Lesson:
    """Judged pairs, in order; those that no veto decides teach weights."""

    judged: Sequence[Pair]
    teaching: Sequence[Pair]
    same: Labels
    """1 or 0 for each that teaches."""

    @property
    def rows(self) -> set[int]:
        """Every row that somebody judged."""
        return {row for pair in self.judged for row in pair}


def lesson_of(verdicts: Mapping[Pair, int], material: Material) -> Lesson:
    """Return what judged pairs teach; LabelsError where that is too little."""
    judged = sorted(verdicts)
    material.prepare(judged)
    teaching = [pair for pair in judged if not _is_vetoed(material, pair)]
    same = np.array([verdicts[pair] for pair in teaching], dtype=np.int64)
    _check_enough(same)
    return Lesson(judged, teaching, same)


def verdicts_on(judged: Sequence[JudgedPair], mentions: Sequence[Mention]) -> dict[Pair, int]:
    """Return the verdict, 1 or 0, of each judged pair whose records are among the mentions."""
    place = positions(mentions)
    found: dict[Pair, int] = {}
    for pair in judged:
        if pair.verdict is Verdict.UNSURE or not pair.key <= place.keys():
            continue
        one, other = sorted((place[pair.left], place[pair.right]))
        if one != other:
            found[one, other] = int(pair.verdict is Verdict.SAME)
    return found


def _is_vetoed(material: Material, pair: Pair) -> bool:
    features = material.features(*pair)
    return any(features[FEATURES.index(name)] > 0.5 for name in VETOES)


def _check_enough(same: Labels) -> None:
    counts = (int(same.sum()), int(len(same) - same.sum()))
    if min(counts) < _FEWEST:
        raise LabelsError(
            f"Too few judged pairs of known records to learn from: {counts[0]} same, {counts[1]} "
            f"different; at least {_FEWEST} of each are needed; ingest their lists or judge more"
        )
