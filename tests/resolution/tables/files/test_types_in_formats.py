"""Every type of field states the same in every format, whether lists are written out or not."""

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from resolution.tables import parsed_fields, read_table
from resolution.tables.comparison import Comparison

FIELDS = parsed_fields(
    {
        "id": "id",
        "fields": [
            {"field": "name", "type": "String"},
            {"field": "name", "type": "ShortString"},
            {"field": "name", "type": "Text"},
            {"field": "name", "type": "PersonName"},
            {"field": "name", "type": "OrganizationName"},
            {"field": "name", "type": "Vessel"},
            {"field": "name", "type": "Wording"},
            {"field": "name", "type": "Custom", "comparator": "jaro_winkler"},
            {"field": "born", "type": "Date", "has_missing": True},
            {"field": "number", "type": "Identifier"},
            {"field": "number", "type": "Exact"},
            {"field": "number", "type": "Exists", "name": "is numbered"},
            {"field": "country", "type": "Country"},
            {"field": "street", "type": "Address"},
            {"field": "kind", "type": "Categorical", "categories": ["adult", "child"]},
            {"field": "price", "type": "Price"},
            {"field": "price", "type": "Number"},
            {"field": "tags", "type": "Set"},
            {"field": "tags", "type": "Wordings"},
            {"field": "place", "type": "LatLong"},
            {"type": "Interaction", "variables": ["price", "name"]},
        ],
    },
    "FIELDS.json",
)
ROWS: list[dict[str, Any]] = [
    {
        "id": 1, "name": "Orla Vane", "born": "1968-04-12", "number": 123456, "country": "ie",
        "street": "12 Quay St", "kind": "adult", "price": 12.5, "tags": ["a", "b"],
        "place": [51.9, -8.47],
    },
    {
        "id": 2, "name": "VANE, Orla", "born": None, "number": 123465, "country": "Ireland",
        "street": "12 Quay Street", "kind": "child", "price": 13.0, "tags": ["b"],
        "place": [51.8, -8.5],
    },
    {
        "id": 3, "name": "Piet Hals", "born": "1959", "number": None, "country": None,
        "street": None, "kind": None, "price": None, "tags": [], "place": None,
    },
]  # fmt: skip


def written(folder: Path, ending: str) -> Path:
    path = folder / f"table.{ending}"
    if ending == "jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    elif ending == "parquet":
        pq.write_table(pa.Table.from_pylist(ROWS), path)
    else:
        flat = [
            row
            | {
                "tags": "|".join(row["tags"]),
                "place": ",".join(map(str, row["place"] or ())),
            }
            for row in ROWS
        ]
        with path.open("w", newline="") as file:
            writer = csv.DictWriter(file, list(ROWS[0]))
            writer.writeheader()
            writer.writerows(flat)
    return path


def features(path: Path) -> np.ndarray:
    table = read_table(FIELDS, path)
    left, right = np.array([0, 0, 1]), np.array([1, 2, 2])
    return Comparison(table.records, table.variables).features(left, right)


@pytest.mark.parametrize("ending", ["parquet", "jsonl"])
def test_every_type_states_the_same_as_in_csv(ending: str, tmp_path: Path) -> None:
    found, expected = (features(written(tmp_path, one)) for one in (ending, "csv"))

    assert expected.shape[1] > len(FIELDS.fields)
    assert expected.any()
    assert np.array_equal(found, expected)
