"""How a model fares as tables grow: CPU time, memory, precision, recall and F1, beside Splink.

    python benchmarks/resolution/scale.py FOLDER [--sizes 10000 100000 1000000] [--seed 1]
        [--learned-on 100000] [--labels 1000] [--model MODEL.json]
        [--maker SCRIPT] [--splink-sizes 10000 100000]
        [--splink-compare wide|narrow] [--splink-learn wide|narrow]
        [--splink-memory 8GB] [--splink-cpu-limit 900]

Tables are made by `persons.py` beside this file, or by another SCRIPT that takes size, seed and
table. One model is trained by `dramatis dedupe train` on a table of its own seed, with answers from
the truth, and used for all sizes. Times and memory are those of whole processes, Parquet to
clusters. The exponent is that of CPU time between the two largest sizes.
"""

import argparse
import csv
import json
import math
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq
from processes import Measured, measured

HERE = Path(__file__).parent
FIELDS = {
    "id": "unique_id",
    "fields": [
        {"field": "name", "type": "PersonName"},
        {"field": "dob", "type": "Date"},
        {"field": "city", "type": "Address"},
        {"field": "country", "type": "Country"},
        {"field": "id_no", "type": "Identifier"},
    ],
}
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Result:
    """One program on one table."""

    program: str
    size: int
    cpu_seconds: float
    peak_mebibytes: float
    precision: float
    recall: float
    f1: float
    largest: int


def made(maker: Path, size: int, seed: int, folder: Path) -> Path:
    """Make a table, if it is not there, and its truth beside it."""
    table = folder / f"persons-{size}-{seed}.parquet"
    if not table.exists():
        checked(measured([sys.executable, str(maker), str(size), str(seed), str(table)]))
    truth = pq.read_table(table, columns=["unique_id", "cluster"])
    named = truth.rename_columns(["id", "cluster_id"])
    pyarrow.csv.write_csv(named, truth_of(table))
    return table


def truth_of(table: Path) -> Path:
    return table.with_suffix(".truth.csv")


def trained(table: Path, model: Path, labels: int, seed: int) -> Measured:
    fields = model.with_suffix(".fields.json")
    fields.write_text(json.dumps(FIELDS), "utf-8")
    return checked(
        measured(
            [*dedupe("train"), str(table), "--fields", str(fields), "--truth", str(truth_of(table)),
             "--budget", str(labels), "--seed", str(seed), "--model", str(model)]
        )
    )  # fmt: skip


def ours(table: Path, model: Path, size: int) -> Result:
    clusters = table.with_suffix(".clusters.parquet")
    cost = checked(
        measured([*dedupe("run"), str(table), "--model", str(model), "--output", str(clusters)])
    )
    print(cost.output)
    return judged("dramatis", size, cost, table, pq.read_table(clusters))


def splink(table: Path, size: int, options: Sequence[str], cpu_limit: int) -> Result | None:
    """Return how Splink fares; None, with what it came to, where it does not finish."""
    clusters = table.with_suffix(".splink.parquet")
    command = [sys.executable, str(HERE / "scale_splink.py"), str(table), str(clusters)]
    cost = measured([*command, *options], cpu_limit=cpu_limit)
    print(cost.output)
    if cost.status:
        last = (cost.errors.strip().splitlines() or ["no message"])[-1]
        print(f"splink did not finish {size:,}: status {cost.status}, {last}, {cost.costs()}")
        return None
    return judged("splink", size, cost, table, pq.read_table(clusters))


def dedupe(verb: str) -> list[str]:
    return [sys.executable, "-m", "dramatis", "dedupe", verb]


def checked(cost: Measured) -> Measured:
    if cost.status:
        raise SystemExit(f"exit status {cost.status}\n{cost.errors}")
    return cost


def judged(program: str, size: int, cost: Measured, table: Path, clusters: pa.Table) -> Result:
    """Compare clusters with the truth, pair by pair."""
    truth = pq.read_table(table, columns=["unique_id", "cluster"])
    true, found = (by_id(one) for one in (truth, clusters))
    both = pairs(found * (true.max() + 1) + true)
    precision, recall = both / max(pairs(found), 1), both / max(pairs(true), 1)
    return Result(
        program,
        size,
        round(cost.cpu_seconds, 1),
        round(cost.peak_mebibytes),
        round(precision, 3),
        round(recall, 3),
        round(2 * precision * recall / max(precision + recall, 1e-9), 3),
        int(np.unique(found, return_counts=True)[1].max()),
    )


def by_id(table: pa.Table) -> Integers:
    """Return clusters as numbers, in the order of the ids as text."""
    ids, clusters = (column.cast(pa.string()) for column in table.columns[:2])
    order = pc.sort_indices(ids)
    numbers = clusters.take(order).combine_chunks().dictionary_encode().indices
    return np.asarray(numbers, dtype=np.int64)


def pairs(clusters: Integers) -> int:
    sizes = np.unique(clusters, return_counts=True)[1].astype(np.int64)
    return int((sizes * (sizes - 1) // 2).sum())


def exponent(results: Sequence[Result]) -> float:
    smaller, larger = results[-2:]
    growth = math.log(larger.cpu_seconds / smaller.cpu_seconds)
    return growth / math.log(larger.size / smaller.size)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--splink-sizes", type=int, nargs="*", default=[10_000, 100_000])
    for asked in ("compare", "learn"):
        parser.add_argument(f"--splink-{asked}", choices=["wide", "narrow"], default="wide")
    parser.add_argument("--splink-memory", default="8GB", help="what DuckDB may hold for it")
    parser.add_argument("--splink-cpu-limit", type=int, default=900, help="seconds")
    parser.add_argument("--learned-on", type=int, default=100_000)
    parser.add_argument("--labels", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--maker", type=Path, default=HERE / "persons.py")
    parser.add_argument("--model", type=Path)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    model = given.model or given.folder / f"model-{given.learned_on}-{given.seed}.json"
    if not model.exists():
        table = made(given.maker, given.learned_on, given.seed + 1000, given.folder)
        cost = trained(table, model, given.labels, given.seed)
        print(
            f"trained on {given.learned_on:,} with {given.labels} labels: {cost.costs()}",
            flush=True,
        )
    results = []
    for size in given.sizes:
        table = made(given.maker, size, given.seed, given.folder)
        results.append(ours(table, model, size))
        print(asdict(results[-1]), flush=True)
        if size in given.splink_sizes:
            options = ["--compare", given.splink_compare, "--learn", given.splink_learn]
            options += ["--memory", given.splink_memory]
            beside = splink(table, size, options, given.splink_cpu_limit)
            print(asdict(beside) if beside else "", flush=True)
    if len(results) > 1:
        print(f"exponent of CPU time: {exponent(results):.2f}")
    rows = [asdict(one) for one in results]
    with (given.folder / "results.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
