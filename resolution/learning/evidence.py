"""What lists say without being asked: pairs that nobody judged and that teach all the same.

Judged pairs are few and picked for being hard; they do not tell how often strangers share a name.
Lists do. Candidate pairs in, weighted examples out, of two kinds:

- Two records of different lists that both state full birth dates tell by these whether they are one
  person. With dates and numbers taken away they show what names and countries prove by themselves.
- Two records of one list are two actors, or it would not keep both. Those of bodies, which have no
  birth dates, show what a likeness of bodies' names does not prove.

Both err now and then, and there are many, so that each counts for little. A pair that touches a
judged record is left out: it would teach about what out-of-fold scores are measured on.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from resolution.blocking import candidate_pairs
from resolution.comparison import FEATURES, VETOES, compare
from resolution.comparison.values import Floats
from resolution.model import Model

# Ten thousand of the one and a thousand of the other weigh as much as a few hundred judged pairs.
_WEIGHT_OF_DATED, _WEIGHT_OF_BODIES = 0.05, 0.1
_MOST_DATED, _MOST_BODIES = 15_000, 1_000
_PERHAPS_ALIKE = 0.5
_BATCH = 50_000

_COLUMN = {name: number for number, name in enumerate(FEATURES)}
_TAKEN_AWAY = [_COLUMN[name] for name in FEATURES if name.startswith(("birth", "identifier"))]
_VETOES = [_COLUMN[name] for name in VETOES]
_OTHER_VETOES = [column for column in _VETOES if column != _COLUMN["birth_day_conflict"]]

Rows = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Examples as rows of features, what they say, and how much each counts."""

    features: Floats
    same: npt.NDArray[np.int64]
    weights: Floats
    is_dated: Rows
    """These stand in the proportions of the lists: thresholds may be chosen on them."""

    def counts(self) -> dict[str, int]:
        """Return how many examples there are of each kind."""
        return {
            "sameByDate": int((self.is_dated & (self.same == 1)).sum()),
            "differentByDate": int((self.is_dated & (self.same == 0)).sum()),
            "bodiesOfOneList": int((~self.is_dated).sum()),
        }


def gather(table: pa.Table, model: Model, judged: Iterable[int], *, seed: int) -> Evidence:
    """Find what the candidate pairs under a model's rules say; `judged` are positions."""
    pairs = candidate_pairs(table, model)
    left, right = (pairs.column(side).to_numpy().astype(np.int64) for side in ("left", "right"))
    is_out, is_body = (
        np.array([value == wanted for value in table.column(name).to_pylist()], dtype=bool)
        for name, wanted in (("is_text", True), ("entity_kind", "ORGANIZATION"))
    )
    is_out[list(judged)] = True
    free = ~(is_out[left] | is_out[right])
    left, right = left[free], right[free]
    dated, bodies = [], []
    for first in range(0, len(left), _BATCH):
        batch = slice(first, first + _BATCH)
        features = compare(table, left[batch], right[batch], model.words)
        are_bodies = is_body[left[batch]] & is_body[right[batch]]
        dated.append(features[_have_dates_that_tell(features)])
        bodies.append(features[are_bodies & _are_alike_in_one_list(features)])
    return _evidence(_drawn(dated, _MOST_DATED, seed), _drawn(bodies, _MOST_BODIES, seed))


def _have_dates_that_tell(features: Floats) -> Rows:
    """Find full dates in conflict, or one date and names that may be one."""
    are_apart = features[:, _COLUMN["birth_day_conflict"]] > 0
    are_one = (features[:, _COLUMN["birth_day_same"]] > 0) & (
        features[:, _COLUMN["name_similarity"]] >= _PERHAPS_ALIKE
    )
    is_open = (features[:, [*_OTHER_VETOES, _COLUMN["list_same"]]] == 0).all(axis=1)
    return np.asarray((are_apart | are_one) & is_open)


def _are_alike_in_one_list(features: Floats) -> Rows:
    """Find what is alike in name where no number says that a list holds one actor twice."""
    return np.asarray(
        (features[:, _COLUMN["list_same"]] > 0)
        & (features[:, _COLUMN["name_similarity"]] >= _PERHAPS_ALIKE)
        & (features[:, [*_VETOES, _COLUMN["identifier_same"]]] == 0).all(axis=1)
    )


def _drawn(batches: list[Floats], most: int, seed: int) -> Floats:
    rows = np.vstack([np.empty((0, len(FEATURES))), *batches])
    if len(rows) <= most:
        return rows
    return rows[sorted(random.Random(seed).sample(range(len(rows)), most))]  # noqa: S311


def _evidence(dated: Floats, bodies: Floats) -> Evidence:
    same = dated[:, _COLUMN["birth_day_same"]].astype(np.int64)
    dated[:, _TAKEN_AWAY] = 0.0
    sizes = (len(dated), len(bodies))
    return Evidence(
        features=np.vstack([dated, bodies]),
        same=np.concatenate([same, np.zeros(len(bodies), dtype=np.int64)]),
        weights=np.repeat([_WEIGHT_OF_DATED, _WEIGHT_OF_BODIES], sizes),
        is_dated=np.repeat([True, False], sizes),
    )
