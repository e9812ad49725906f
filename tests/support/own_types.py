"""Values of our own types compared as a table's would be."""

import numpy as np

from resolution.tables.comparison import Comparison
from resolution.tables.fields import Field
from resolution.tables.records import Records, column_of
from resolution.tables.variables import TYPES, Variable


def variable(of_type: str, **options: object) -> Variable:
    return TYPES[of_type](Field("column", of_type, "column", options=options))


def findings(of_type: str, *told: str | None, **options: object) -> dict[str, float]:
    """Compare the last two of the cells, the others counted with them."""
    one = variable(of_type, **options)
    column = column_of([one.read(cell) for cell in told])
    records = Records([str(row) for row in range(len(told))], {"column": column})
    left, right = np.array([len(told) - 2]), np.array([len(told) - 1])
    found = Comparison(records, [one]).features(left, right)[0]
    names = [name.removeprefix("column: ") for name in one.features]
    return dict(zip(names, found.tolist(), strict=True))


def told(of_type: str, left: str, right: str, **options: object) -> set[str]:
    """Name what is found of two cells, but for how rare and how near they are."""
    graded = {"rarity", "evidence", "alike"}
    found = findings(of_type, left, right, **options)
    return {name for name, value in found.items() if value and name not in graded}
