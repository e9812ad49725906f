"""The known benchmarks as tables that a command can read: as they lie, or with what they lack.

Files that `dramatis dedupe` can read are used in place. Others are written anew into a work folder
with ids that tell the two tables apart and one encoding. The truth is written beside them. Field
definitions stand in `fields/`, as a data engineer would write them who sees the columns.
"""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class KnownTable:
    """One benchmark, ready for the command."""

    name: str
    tables: tuple[Path, ...]
    truth: Path
    fields: str
    """The name of its field definitions."""
    budget: int
    """How many labels may be asked for."""
    target: float
    """The F1 of pairs that the issue asks for."""


@dataclass(frozen=True, slots=True)
class Known:
    """How one benchmark is made, and what is asked of it."""

    prepare: Callable[[Path, Path], tuple[tuple[Path, ...], Path]]
    fields: str
    budget: int
    target: float


def known_table(name: str, data: Path, work: Path) -> KnownTable:
    """Return a benchmark from the folder of benchmark data; what it lacks goes to a work folder."""
    known = KNOWN[name]
    work.mkdir(parents=True, exist_ok=True)
    tables, truth = known.prepare(data, work)
    return KnownTable(name, tables, truth, known.fields, known.budget, known.target)


def _historical(data: Path, work: Path) -> tuple[tuple[Path, ...], Path]:
    table = data / "splink" / "historical_figures_with_errors_50k.parquet"
    read = pq.read_table(table, columns=["unique_id", "cluster"]).to_pylist()
    return (table,), _clusters(work, ((row["unique_id"], row["cluster"]) for row in read))


def _fake_1000(data: Path, work: Path) -> tuple[tuple[Path, ...], Path]:
    table = data / "splink" / "fake_1000.csv"
    return (table,), _clusters(work, ((row["unique_id"], row["cluster"]) for row in rows(table)))


def _febrl_3(data: Path, work: Path) -> tuple[tuple[Path, ...], Path]:
    table = data / "febrl" / "dataset3.csv"
    return (table,), _clusters(work, _febrl_truth(table))


def _febrl_4(data: Path, work: Path) -> tuple[tuple[Path, ...], Path]:
    tables = (data / "febrl" / "dataset4a.csv", data / "febrl" / "dataset4b.csv")
    return tables, _clusters(work, (pair for table in tables for pair in _febrl_truth(table)))


def _febrl_truth(table: Path) -> Iterable[tuple[str, str]]:
    # rec-17-org and rec-17-dup-0 are one person.
    return ((row["rec_id"], row["rec_id"].split("-")[1]) for row in rows(table))


def _dblp_acm(data: Path, work: Path) -> tuple[tuple[Path, ...], Path]:
    folder = data / "dblp_acm"
    tables = tuple(
        _table(
            work / f"{prefix}.csv",
            ({**row, "id": f"{prefix}:{row['id']}"} for row in rows(folder / file, encoding)),
        )
        for prefix, file, encoding in [
            ("dblp", "DBLP2.csv", "latin-1"),
            ("acm", "ACM.csv", "utf-8-sig"),
        ]
    )
    linked = rows(folder / "DBLP-ACM_perfectMapping.csv")
    return tables, _links(
        work, ((f"dblp:{row['idDBLP']}", f"acm:{row['idACM']}") for row in linked)
    )


def _dedupe_csv(data: Path, work: Path) -> tuple[tuple[Path, ...], Path]:
    table = data / "dedupe" / "csv_example_input_with_true_ids.csv"
    return (table,), _clusters(work, ((row["Id"], row["True Id"]) for row in rows(table)))


def _fodors_zagat(data: Path, work: Path) -> tuple[tuple[Path, ...], Path]:
    folder = data / "fodors_zagat"
    tables = tuple(
        _table(
            work / f"{prefix}.csv",
            (
                dict(
                    zip(
                        ("id", "name", "phone", "street"),
                        (f"{prefix}:{row['id']}", *others),
                        strict=True,
                    )
                )
                for row in rows(folder / file, delimiter="|")
                for others in [list(row.values())[1:]]
            ),
        )
        for prefix, file in [("first", "rest1.csv"), ("second", "rest2.csv")]
    )
    linked = rows(folder / "gt.csv", delimiter="|")
    return tables, _links(work, ((f"first:{row['D1']}", f"second:{row['D2']}") for row in linked))


KNOWN: Mapping[str, Known] = {
    "fake_1000": Known(_fake_1000, "fake_1000", 300, 0.975),
    "febrl_3": Known(_febrl_3, "febrl", 100, 0.999),
    "febrl_4": Known(_febrl_4, "febrl", 100, 0.999),
    "dblp_acm": Known(_dblp_acm, "dblp_acm", 100, 0.990),
    "dedupe_csv": Known(_dedupe_csv, "dedupe_csv", 300, 0.965),
    "fodors_zagat": Known(_fodors_zagat, "fodors_zagat", 300, 0.88),
    "historical": Known(_historical, "historical", 1000, 0.94),
}


def rows(path: Path, encoding: str = "utf-8-sig", delimiter: str = ",") -> list[Row]:
    """Return the rows of a CSV file."""
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter, skipinitialspace=True))


def write_clusters(path: Path, ids: Sequence[str], clusters: Iterable[Iterable[int]]) -> None:
    """Write which cluster each record is in; a record that no cluster has is alone."""
    cluster_of = {int(one): number for number, cluster in enumerate(clusters) for one in cluster}
    _table(
        path,
        (
            {"id": one, "cluster_id": str(cluster_of.get(n, f"alone {n}")), "confidence": "1"}
            for n, one in enumerate(ids)
        ),
    )


def _table(path: Path, written: Iterable[Row]) -> Path:
    listed = list(written)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(listed[0]))
        writer.writeheader()
        writer.writerows(listed)
    return path


def _clusters(work: Path, pairs: Iterable[tuple[str, str]]) -> Path:
    return _table(
        work / "truth.csv", ({"id": one, "cluster_id": cluster} for one, cluster in pairs)
    )


def _links(work: Path, pairs: Iterable[tuple[str, str]]) -> Path:
    return _table(
        work / "truth.csv", ({"left_id": left, "right_id": right} for left, right in pairs)
    )
