"""What training expects against what comes to pass, on many small tables made for it.

    python benchmarks/resolution/expectation.py [--seeds 2] [--first-seed 0] [--labels 50 100 300]
        [--kinds NAME …] [--records 500] [--json FILE]

Each table is learned from with so many answers, run, and held against its truth. Told are means:
the expected F1 less the real one, how far they are apart, the real F1, and the best F1 that any
threshold would have brought. To hold one state of the code against another, run it from both.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path
from statistics import fmean

import numpy as np
from expectation_kinds import KINDS
from expectation_tables import MadeTable, made_table

from actors.errors import LabelsError
from resolution import tables
from resolution.labelling import KnownAnswers
from resolution.learning.tables import TrainingSettings, train
from resolution.tables.fields import parsed_fields

_THRESHOLDS = np.arange(0.1, 0.95, 0.1)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One table, learned with so many labels."""

    kind: str
    is_hard: bool
    is_two: bool
    seed: int
    labels: int
    expected_f1: float
    f1: float
    best_f1: float


def outcome(made: MadeTable, labels: int, seed: int) -> tuple[float, float, float]:
    """Return the expected F1, the real one, and the best of any threshold."""
    fields = parsed_fields({"id": "id", "fields": made.fields}, "fields")
    table = tables.table_of(fields, *made.tables)
    truth = np.array([made.cluster_of[one] for one in table.records.ids])
    settings = TrainingSettings(seed=seed)
    answers = KnownAnswers(truth, labels)
    model = train(table.records, table.variables, fields, answers, settings=settings)

    def f1_at(threshold: float) -> float:
        numbers = tables.resolve(table, model, threshold=threshold).clusters.numbers
        return tables.evaluate(numbers.astype(np.int64), truth).pairs.f1 or 0.0

    real = f1_at(model.threshold)
    expected = float(str(model.trained_on["expected_f1"]))
    return expected, real, max(real, *(f1_at(float(one)) for one in _THRESHOLDS))


def outcomes(asked: argparse.Namespace) -> Iterator[Outcome]:
    """Give what comes of each table; one that cannot be learned from is told and left out."""
    seeds = range(asked.first_seed, asked.first_seed + asked.seeds)
    for seed, kind, is_hard, is_two in product(seeds, asked.kinds, (False, True), (False, True)):
        made = made_table(kind, is_hard=is_hard, is_two=is_two, seed=seed, size=asked.records)
        for labels in asked.labels:
            try:
                found = outcome(made, labels, seed)
            except LabelsError as error:
                print(f"{kind}, seed {seed}, {labels} labels: {error}", file=sys.stderr)
                continue
            yield Outcome(kind, is_hard, is_two, seed, labels, *found)


def told(name: str, found: Iterable[Outcome]) -> str:
    """Return a line of means."""
    some = list(found)
    if not some:
        return f"{name:20} nothing"
    errors = [one.expected_f1 - one.f1 for one in some]
    return (
        f"{name:20} {len(some):4} tables, expected less real F1 {fmean(errors):+.4f}, "
        f"apart {fmean(map(abs, errors)):.4f}, F1 {fmean(one.f1 for one in some):.4f}, "
        f"best {fmean(one.best_f1 for one in some):.4f}"
    )


def main() -> None:
    """Measure what was asked for, and tell it by difficulty, labels and kind."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=2, help="how many")
    parser.add_argument("--first-seed", type=int, default=0, help="seeds not looked at before")
    parser.add_argument("--labels", type=int, nargs="+", default=[50, 100, 300])
    parser.add_argument("--kinds", nargs="+", choices=list(KINDS), default=list(KINDS))
    parser.add_argument("--records", type=int, default=500)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    found = list(outcomes(asked))
    print(told("all", found))
    for is_hard in (False, True):
        name = "hard" if is_hard else "easy"
        print(told(name, (one for one in found if one.is_hard == is_hard)))
    for labels in asked.labels:
        print(told(f"{labels} labels", (one for one in found if one.labels == labels)))
    for kind in asked.kinds:
        print(told(kind, (one for one in found if one.kind == kind)))
    if asked.json:
        asked.json.write_text(json.dumps([asdict(one) for one in found], indent=1) + "\n")


if __name__ == "__main__":
    main()
