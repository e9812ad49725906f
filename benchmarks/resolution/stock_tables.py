"""The tables on which the engine is held against stock dedupe, and how dedupe is to see them.

Both sides read one CSV file, cells prepared as dedupe's example prepares them; a record's id is its
number.
"""

import csv
import random
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from known_tables import rows

SEED = 7
HISTORICAL_RECORDS = 15_000
ID, CLUSTER = "id", "cluster"
Row = Mapping[str, str | None]


def csv_example(data: Path) -> Iterator[Row]:
    """Yield the records of dedupe's own example, in its own columns."""
    for row in rows(data / "dedupe" / "csv_example_input_with_true_ids.csv"):
        yield {
            CLUSTER: row["True Id"],
            **{name: cleaned(row[name]) for name in ("Site name", "Address", "Zip", "Phone")},
        }


def historical(data: Path) -> Iterator[Row]:
    """Yield whole clusters, drawn at random, until there are enough records."""
    names = ["first_name", "surname", "dob", "birth_place", "postcode_fake", "occupation"]
    file = data / "splink" / "historical_figures_with_errors_50k.parquet"
    table = pq.read_table(file, columns=["cluster", *names])
    by_cluster: dict[str, list[Row]] = {}
    for row in table.to_pylist():
        found = {CLUSTER: row["cluster"], **{name: cleaned(row[name]) for name in names}}
        by_cluster.setdefault(row["cluster"], []).append(found)
    clusters = list(by_cluster.values())
    random.Random(SEED).shuffle(clusters)  # noqa: S311
    count = 0
    for cluster in clusters:
        if count >= HISTORICAL_RECORDS:
            return
        count += len(cluster)
        yield from cluster


TABLES: Mapping[str, Callable[[Path], Iterator[Row]]] = {
    "csv_example": csv_example,
    "historical": historical,
}


def cleaned(text: str | None) -> str:
    """Return a cell as dedupe's example prepares it: lower case, single spaces."""
    return " ".join((text or "").lower().split())


def definitions(name: str) -> list[Any]:
    """Return the variables that dedupe is trained with."""
    from dedupe import variables as stock

    if name == "csv_example":
        return [
            stock.String("Site name"),
            stock.String("Address"),
            stock.Exact("Zip", has_missing=True),
            stock.String("Phone", has_missing=True),
        ]
    return [
        stock.String("first_name", has_missing=True),
        stock.String("surname", has_missing=True),
        stock.ShortString("dob", has_missing=True),
        stock.String("birth_place", has_missing=True),
        stock.ShortString("postcode_fake", has_missing=True),
        stock.String("occupation", has_missing=True),
    ]


def write_table(name: str, data: Path, work: Path) -> None:
    """Write table and truth as both sides read them."""
    found = list(TABLES[name](data))
    columns = [column for column in found[0] if column != CLUSTER]
    with (work / "table.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([ID, *columns])
        writer.writerows([n, *(row[one] for one in columns)] for n, row in enumerate(found))
    with (work / "truth.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "cluster_id"])
        writer.writerows((n, row[CLUSTER]) for n, row in enumerate(found))


def read_table(work: Path) -> dict[int, dict[str, str | None]]:
    """Return the table as dedupe takes it."""
    with (work / "table.csv").open(encoding="utf-8", newline="") as file:
        return {
            int(row.pop(ID)): {name: cell or None for name, cell in row.items()}
            for row in csv.DictReader(file)
        }
