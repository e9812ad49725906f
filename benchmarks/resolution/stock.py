"""Stock dedupe and the engine with what stock dedupe learned: the same decisions, what they cost.

    python benchmarks/resolution/stock.py DATA [--only csv_example historical] [--work FOLDER]
        [--json FILE] [--repeat 3]

DATA is the folder of benchmark data. dedupe is trained once on each table, by its own questions,
which the truth answers, from a fixed seed and without index predicates (decision 008). Then stock
dedupe and `dramatis dedupe run` with the exported model put the same table together, each in a
process of its own. CPU time is that of all processes and threads. dedupe runs in one process and in
memory, where it spends least. Our stages are measured twice: the first pass loads machine code
from disk, the second tells the work without the start of a process, beside which a small table is
little.
"""

import argparse
import csv
import json
import random
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pyarrow.parquet as pq
from known_tables import rows, write_clusters
from processes import Measured, Stages, measured

HERE = Path(__file__).parent
SEED = 7
LABELS = 300
# What training keeps grows with the square of the records: 3,500 of these passed 6 GB.
TRAINING_RECORDS = 1_500
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
    """Write table and truth as both sides read them; a record's id is its number."""
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


def train(name: str, work: Path) -> None:
    """Train stock dedupe by its own questions; write its settings and the model of ours."""
    import dedupe

    from resolution.learning.tables.export import exported
    from resolution.tables.model import write_model

    random.seed(SEED)
    np.random.seed(SEED)  # noqa: NPY002  # dedupe draws from it
    records = dict(islice(read_table(work).items(), TRAINING_RECORDS))
    truth = [row["cluster_id"] for row in rows(work / "truth.csv")]
    number = {id(record): key for key, record in records.items()}
    variables = definitions(name)
    matcher = dedupe.Dedupe(variables, num_cores=0, in_memory=True)
    matcher.classifier.n_jobs = 1
    matcher.prepare_training(records)
    for _ in range(LABELS):
        (pair,) = matcher.uncertain_pairs()
        left, right = (truth[number[id(record)]] for record in pair)
        labelled = {"match": [], "distinct": []}
        labelled["match" if left == right else "distinct"].append(pair)
        matcher.mark_pairs(labelled)
    matcher.train(recall=1.0, index_predicates=False)
    with (work / "settings").open("wb") as file:
        matcher.write_settings(file)
    write_model(exported(matcher, variables, ID), work / "model.json")


def theirs(work: Path) -> None:
    """Run stock dedupe as its example does; print what each stage cost."""
    import dedupe

    stages = Stages()
    with stages.stage("read"):
        records = read_table(work)
        with (work / "settings").open("rb") as file:
            matcher = dedupe.StaticDedupe(file, num_cores=0, in_memory=True)
    with stages.stage("pairs and scores"):
        scored = matcher.score(matcher.pairs(records))
    with stages.stage("clusters"):
        clusters = list(matcher.cluster(scored, 0.5))
    np.save(work / "theirs.npy", np.asarray(scored))
    ids = list(map(str, range(len(records))))
    write_clusters(work / "theirs.csv", ids, (numbers for numbers, _ in clusters))
    print(json.dumps({"pairs": len(scored), "stages": stages.costs}))


def ours_in_stages(work: Path) -> None:
    """Run the engine as the command does, and print what each stage cost."""
    from resolution.tables.api import read_table as read
    from resolution.tables.blocking import find_candidates
    from resolution.tables.clustering import cluster_pairs
    from resolution.tables.comparison import Comparison, feature_names
    from resolution.tables.model import read_model
    from resolution.tables.scoring import scores

    def pass_over(stages: Stages) -> dict[str, np.ndarray]:
        with stages.stage("read"):
            model = read_model(work / "model.json")
            table = read(model.fields, work / "table.csv")
        with stages.stage("pairs and scores"):
            comparison = Comparison(table.records, table.variables)
            found = find_candidates(table.records, table.variables, model, comparison)
            names = feature_names(table.variables)
            lefts, rights, likely = [], [], []
            for _, left, right in found.batches():
                lefts.append(left.astype(np.int32))
                rights.append(right.astype(np.int32))
                likely.append(scores(comparison.features(left, right), names, model))
            left, right, score = map(np.concatenate, (lefts, rights, likely))
            del lefts, rights, likely
        with stages.stage("clusters"):
            cluster_pairs(len(table.records), left, right, score, model.threshold)
        return {"left": left, "right": right, "score": score}

    first, second = Stages(), Stages()
    found = pass_over(first)
    np.savez(work / "ours.npz", **found)
    pairs = len(found.pop("left"))
    del found
    pass_over(second)
    print(json.dumps({"pairs": pairs, "stages": first.costs, "loaded": second.costs}))


def agreement(work: Path) -> dict[str, Any]:
    """Compare pairs and scores; dedupe keeps scores in 32 bits and drops those of 0."""
    scored, kept = np.load(work / "theirs.npy"), np.load(work / "ours.npz")
    size = int(max(scored["pairs"].max(), kept["right"].max())) + 1
    pairs = np.sort(scored["pairs"].astype(np.int64), axis=1)
    theirs_keys, ours_keys = pairs @ [size, 1], kept["left"].astype(np.int64) * size + kept["right"]
    theirs_order, ours_order = np.argsort(theirs_keys), np.argsort(ours_keys)
    same = np.array_equal(theirs_keys[theirs_order], ours_keys[ours_order])
    apart = (
        np.abs(scored["score"][theirs_order] - kept["score"][ours_order]).max() if same else None
    )
    return {
        "same_pairs": same,
        "only_theirs": len(np.setdiff1d(theirs_keys, ours_keys)),
        "only_ours": len(np.setdiff1d(ours_keys, theirs_keys)),
        "scores_apart": None if apart is None else float(apart),
    }


def compared(name: str, data: Path, work: Path, repeat: int) -> dict[str, Any]:
    """Train where that was not done, then run both sides and hold them against each other."""
    work.mkdir(parents=True, exist_ok=True)
    if not (work / "model.json").exists():
        write_table(name, data, work)
        _own("train", name, work)
    dramatis = shutil.which("dramatis", path=str(Path(sys.executable).parent)) or "dramatis"
    command = [dramatis, "dedupe", "run", str(work / "table.csv"), "--json"]
    command += ["--model", str(work / "model.json"), "--output", str(work / "ours.csv")]
    _checked(command)  # machine code is compiled once, at the first run
    stock = [_own("theirs", name, work) for _ in range(repeat)]
    engine = [_checked(command) for _ in range(repeat)]
    in_stages = [_own("ours", name, work) for _ in range(repeat)]
    told = {
        side: json.loads(_checked([dramatis, "dedupe", "evaluate", str(work / f"{side}.csv"),
                                   str(work / "truth.csv"), "--json"]).output)["pairs"]
        for side in ("theirs", "ours")
    }  # fmt: skip
    stages = {"theirs": _stages(stock), "ours": _stages(in_stages)}
    loaded = _stages(in_stages, "loaded")
    work_alone = {"theirs": _sum(stages["theirs"]), "ours": _sum(loaded)}
    whole = {"theirs": _whole(stock), "ours": _whole(engine)}
    return {
        "table": name,
        "records": len(read_table(work)),
        "pairs": json.loads(stock[0].output)["pairs"],
        **agreement(work),
        "stages": stages,
        "loaded": loaded,
        "work_alone": work_alone,
        "whole": whole,
        "f1": {side: found["f1"] for side, found in told.items()},
        "times_less": {
            "pairs and scores": _ratio(stages, "pairs and scores", "cpu_seconds"),
            "pairs and scores, loaded": stages["theirs"]["pairs and scores"]["cpu_seconds"]
            / loaded["pairs and scores"]["cpu_seconds"],
            "clusters": _ratio(stages, "clusters", "cpu_seconds"),
            "memory of clusters": _ratio(stages, "clusters", "peak_mebibytes"),
            "whole": whole["theirs"]["cpu_seconds"] / whole["ours"]["cpu_seconds"],
            "work alone": work_alone["theirs"] / work_alone["ours"],
        },
    }


def markdown(found: Iterable[Mapping[str, Any]]) -> str:
    """Return the figures as a table."""
    lines = [
        "| table, candidate pairs | | stock dedupe | with its model here | times less |",
        "|---|---|---|---|---|",
    ]
    for one in found:
        stages, whole, less = one["stages"], one["whole"], one["times_less"]
        name = f"{one['table']}, {one['pairs']:,}"
        for label, stage, cost in [
            ("pairs and scores, CPU s", "pairs and scores", "cpu_seconds"),
            ("clusters, CPU s", "clusters", "cpu_seconds"),
            ("clusters, MiB added", "clusters", "peak_mebibytes"),
        ]:
            key = "memory of clusters" if cost == "peak_mebibytes" else stage
            left, right = (stages[side][stage][cost] for side in ("theirs", "ours"))
            lines.append(f"| {name} | {label} | {left:,.2f} | {right:,.2f} | {less[key]:.0f} |")
        left = stages["theirs"]["pairs and scores"]["cpu_seconds"]
        right = one["loaded"]["pairs and scores"]["cpu_seconds"]
        lines.append(
            f"| {name} | pairs and scores, machine code loaded before, CPU s | {left:,.2f} "
            f"| {right:,.3f} | {less['pairs and scores, loaded']:.0f} |"
        )
        for cost, label in [("cpu_seconds", "CPU s"), ("peak_mebibytes", "MiB")]:
            left, right = (whole[side][cost] for side in ("theirs", "ours"))
            times = f"{left / right:.0f}"
            lines.append(
                f"| {name} | whole process, {label} | {left:,.1f} | {right:,.2f} | {times} |"
            )
        left, right = (one["work_alone"][side] for side in ("theirs", "ours"))
        lines.append(
            f"| {name} | all stages without the start of a process, CPU s | {left:,.2f} "
            f"| {right:,.3f} | {less['work alone']:.0f} |"
        )
        f1 = one["f1"]
        lines.append(f"| {name} | F1 of clusters | {f1['theirs']:.4f} | {f1['ours']:.4f} | |")
        lines.append(
            f"| {name} | same pairs: {one['same_pairs']} | scores apart at most "
            f"| {one['scores_apart']} | |"
        )
    return "\n".join(lines) + "\n"


def _stages(runs: list[Measured], key: str = "stages") -> dict[str, dict[str, float]]:
    told = [json.loads(one.output)[key] for one in runs]
    return {
        stage: {cost: median(one[stage][cost] for one in told) for cost in told[0][stage]}
        for stage in told[0]
    }


def _sum(stages: Mapping[str, Mapping[str, float]]) -> float:
    return sum(stage["cpu_seconds"] for stage in stages.values())


def _whole(runs: list[Measured]) -> dict[str, float]:
    costs = [one.costs() for one in runs]
    return {cost: median(one[cost] for one in costs) for cost in costs[0]}


def _ratio(stages: Mapping[str, Any], stage: str, cost: str) -> float:
    return float(stages["theirs"][stage][cost] / max(stages["ours"][stage][cost], 1e-3))


def _own(role: str, name: str, work: Path) -> Measured:
    return _checked([sys.executable, str(HERE / "stock.py"), "--role", role, name, str(work)])


def _checked(command: list[str]) -> Measured:
    done = measured(command)
    if done.status:
        sys.exit(f"{' '.join(command)}\n{done.errors}")
    return done


def main() -> None:
    """Measure what was asked for, or play one part of a measurement in a process of its own."""
    if sys.argv[1:2] == ["--role"]:
        role, name, work = sys.argv[2:]
        parts = {"theirs": theirs, "ours": ours_in_stages, "train": lambda at: train(name, at)}
        parts[role](Path(work))
        return
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--only", nargs="+", choices=list(TABLES), default=list(TABLES))
    parser.add_argument("--work", type=Path, help="keeps tables and what was learned")
    parser.add_argument("--repeat", type=int, default=3, help="runs that medians are taken of")
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        found = [
            compared(name, asked.data, (asked.work or Path(folder)) / name, asked.repeat)
            for name in asked.only
        ]
    print(markdown(found))
    if asked.json:
        asked.json.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
