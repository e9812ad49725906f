"""The engine in a few calls: a table read, a model run over it, pairs scored.

Training stands in `resolution.learning.tables`, apart from all that a run needs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from actors.errors import ModelError
from actors.progress import Progress, Silent
from resolution.tables.comparison import Comparison, feature_names
from resolution.tables.fields import Fields
from resolution.tables.files import read_records, records_of
from resolution.tables.growth import grown
from resolution.tables.model import TableModel
from resolution.tables.records import Records
from resolution.tables.rereading import reread
from resolution.tables.running import Resolved, run
from resolution.tables.scoring import scores
from resolution.tables.variables import Floats, Integers, Variable, variables_of

_PAIRS_AT_ONCE = 50_000


@dataclass(frozen=True, slots=True)
class Table:
    """The records of one table, or of two that shall be linked, and how they are compared."""

    fields: Fields
    variables: tuple[Variable, ...]
    records: Records


def read_table(fields: Fields, *paths: Path) -> Table:
    """Read one table or two: CSV, Parquet or JSON Lines, as their endings say."""
    variables = variables_of(fields)
    return Table(fields, variables, read_records(fields, variables, paths))


def table_of(fields: Fields, *tables: Sequence[Mapping[str, Any]]) -> Table:
    """Take the rows of one table or two as they are in memory."""
    variables = variables_of(fields)
    return Table(fields, variables, records_of(fields, variables, *tables))


def resolve(
    table: Table,
    model: TableModel,
    *,
    threshold: float | None = None,
    progress: Progress | None = None,
) -> Resolved:
    """Put together the records that are one; `threshold` takes the place of the model's."""
    table = as_compared(table, model)
    check_fit(model, table.variables)
    watched = progress or Silent()
    return run(table.records, table.variables, model, watched, threshold=threshold)


def score(
    table: Table,
    model: TableModel,
    left: Sequence[int] | Integers,
    right: Sequence[int] | Integers,
    *,
    progress: Progress | None = None,
) -> Floats:
    """Return the probability that each pair of records, by their numbers, is one."""
    table = as_compared(table, model)
    check_fit(model, table.variables)
    model = grown(model, len(table.records))
    watched = progress or Silent()
    watched.stage("comparison", len(left))
    comparison = Comparison(table.records, table.variables)
    names = feature_names(table.variables)
    sides = np.array([left, right], np.int64)
    parts = [np.empty(0)]
    for first in range(0, sides.shape[1], _PAIRS_AT_ONCE):
        batch = sides[:, first : first + _PAIRS_AT_ONCE]
        parts.append(scores(comparison.features(*batch), names, model))
        watched.advance(batch.shape[1])
    return np.concatenate(parts)


def as_compared(table: Table, model: TableModel) -> Table:
    """Return the table read by the model's fields: training may have put other types."""
    if table.fields == model.fields:
        return table
    variables = variables_of(model.fields)
    records = reread(table.records, table.fields, model.fields, variables)
    return Table(model.fields, variables, records)


def check_fit(model: TableModel, variables: Sequence[Variable]) -> None:
    """Raise a ModelError where a model names what its own variables do not have."""
    predicates = {(one.name, name) for one in variables for name in one.predicates}
    for number, rule in enumerate(model.rules, 1):
        for predicate in rule.predicates:
            if (predicate.variable, predicate.function) not in predicates:
                raise ModelError(
                    f"rule {number} of the model asks for {predicate.function!r} of "
                    f"{predicate.variable!r}, which that variable does not have; train it again"
                )
    unknown = {one.feature for one in model.weights} - set(feature_names(variables))
    if unknown:
        raise ModelError(
            f"the model weighs {', '.join(sorted(unknown))}, which the table's variables do not "
            "find; read the table with the fields of the model"
        )
