"""The known benchmarks with few labels: ours, stock dedupe and Splink beside each other.

    python benchmarks/resolution/known.py DATA [--only NAME …] [--seeds 3] [--stock] [--splink]
        [--fields FOLDER] [--work FOLDER] [--json FILE] [--markdown FILE]

DATA is the folder of benchmark data. Ours are the commands that anyone can run: `dramatis dedupe
train --truth --budget --seed`, `run` and `evaluate`, each a process of its own; figures are medians
over seeds. The truth answers at most the budget's questions, and then tells how good the clusters
are. `--stock` trains stock dedupe with the same labels; `--splink` runs Splink, which needs none.
"""

import argparse
import json
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from known_tables import KNOWN, KnownTable, known_table
from processes import Measured, measured

HERE = Path(__file__).parent
SPLINK = ("fake_1000", "historical")
Result = dict[str, Any]


def ours(table: KnownTable, fields: Path, work: Path, seed: int) -> Result:
    """Train, run and evaluate with one seed."""
    model, clusters = work / f"model-{seed}.json", work / f"clusters-{seed}.csv"
    tables = [str(one) for one in table.tables]
    trained = _dramatis(
        "train", *tables, "--fields", str(fields), "--truth", str(table.truth),
        "--budget", str(table.budget), "--seed", str(seed), "--model", str(model),
    )  # fmt: skip
    ran = _dramatis("run", *tables, "--model", str(model), "--output", str(clusters))
    return {
        "engine": "dramatis",
        "seed": seed,
        "labels": json.loads(model.read_text("utf-8"))["trainedOn"].get("labels"),
        "expected_f1": json.loads(model.read_text("utf-8"))["trainedOn"].get("expected_f1"),
        "train": trained.costs(),
        "run": {**ran.costs(), "report": json.loads(ran.output)},
        **evaluated(clusters, table.truth),
    }


def evaluated(clusters: Path, truth: Path) -> Result:
    """Return how good clusters are, by the command that anyone can ask."""
    told = json.loads(_dramatis("evaluate", str(clusters), str(truth)).output)
    return {**told["pairs"], "b_cubed": told["b_cubed"], "largest_cluster": told["largest_cluster"]}


def other(  # noqa: PLR0913, PLR0917  # one process of another engine, and what it is asked
    engine: str, table: KnownTable, fields: Path, work: Path, seed: int, limit: int
) -> Result:
    """Run stock dedupe or Splink in a process of its own, and evaluate its clusters likewise."""
    clusters, report = work / f"{engine}-{seed}.csv", work / f"{engine}-{seed}.json"
    command = [
        sys.executable,
        str(HERE / f"known_{engine.split('_', maxsplit=1)[0]}.py"),
        engine,
        table.name,
    ]
    command += ["--tables", *map(str, table.tables), "--truth", str(table.truth)]
    command += ["--fields", str(fields), "--budget", str(table.budget), "--seed", str(seed)]
    command += ["--clusters", str(clusters), "--report", str(report)]
    run = measured(command, cpu_limit=limit)
    if run.status:
        last = (run.errors.strip().splitlines() or ["no message"])[-1]
        problem = f"did not finish: status {run.status}, {last[:200]}"
        return {"engine": engine, "seed": seed, "problem": problem, "run": run.costs()}
    told = json.loads(report.read_text("utf-8"))
    return {"engine": engine, "seed": seed, **told, **evaluated(clusters, table.truth)}


def summaries(name: str, table: KnownTable, results: Sequence[Result]) -> list[Result]:
    """Return each engine's medians."""
    found = []
    for engine in dict.fromkeys(one["engine"] for one in results):
        of_engine = [one for one in results if one["engine"] == engine]
        finished = [one for one in of_engine if one.get("f1") is not None]
        summary: Result = {"table": name, "engine": engine, "seeds": len(of_engine)}
        if len(finished) < len(of_engine):
            summary["problem"] = next(one["problem"] for one in of_engine if "problem" in one)
        if finished:
            summary |= {key: _median(finished, key) for key in ("f1", "precision", "recall")}
            summary["worst_f1"] = min(one["f1"] for one in finished)
            summary["run_cpu_seconds"] = median(one["run"]["cpu_seconds"] for one in finished)
            summary["run_wall_seconds"] = median(one["run"]["wall_seconds"] for one in finished)
            summary["run_peak_mebibytes"] = median(one["run"]["peak_mebibytes"] for one in finished)
        if engine == "dramatis":
            summary |= {"target": table.target, "labels": table.budget}
            summary["train_cpu_seconds"] = median(one["train"]["cpu_seconds"] for one in finished)
        found.append(summary)
    return found


def markdown(found: Iterable[Result]) -> str:
    """Return the medians as a table."""
    heads = ["table (labels)", "engine", "F1, median (worst)", "precision", "recall", "asked"]
    heads += ["run: CPU s", "wall s", "MiB"]
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for one in found:
        name = f"{one['table']} ({one['labels']})" if "labels" in one else one["table"]
        if "f1" not in one:
            lines.append(f"| {name} | {one['engine']} | {one['problem']} | | | | | | |")
            continue
        lines.append(
            f"| {name} | {one['engine']} | {one['f1']:.3f} ({one['worst_f1']:.3f}) "
            f"| {one['precision']:.3f} | {one['recall']:.3f} | {one.get('target', '')} "
            f"| {one['run_cpu_seconds']:.1f} | {one['run_wall_seconds']:.1f} "
            f"| {one['run_peak_mebibytes']:.0f} |"
        )
    return "\n".join(lines) + "\n"


def _median(results: Iterable[Mapping[str, Any]], key: str) -> float:
    return float(median(one[key] for one in results))


def _dramatis(*arguments: str) -> Measured:
    command = shutil.which("dramatis", path=str(Path(sys.executable).parent)) or "dramatis"
    done = measured([command, "dedupe", *arguments, "--json"])
    if done.status:
        sys.exit(f"dramatis dedupe {' '.join(arguments)}\n{done.errors}")
    return done


def main() -> None:
    """Measure what was asked for; tell each result as it comes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--only", nargs="+", choices=list(KNOWN), default=list(KNOWN))
    parser.add_argument("--seeds", type=int, default=3, help="how many")
    parser.add_argument("--first-seed", type=int, default=0, help="seeds not looked at before")
    parser.add_argument("--stock", action="store_true")
    parser.add_argument("--splink", action="store_true")
    parser.add_argument("--cpu-limit", type=int, default=1800, help="seconds that others may take")
    parser.add_argument("--fields", type=Path, default=HERE / "fields")
    parser.add_argument("--work", type=Path, help="keeps models and clusters; else they go")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--markdown", type=Path)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        found, details = [], {}
        for name in asked.only:
            work = (asked.work or Path(folder)) / name
            table = known_table(name, asked.data, work)
            fields = asked.fields / f"{table.fields}.json"
            results = []
            for seed in range(asked.first_seed, asked.first_seed + asked.seeds):
                results.append(ours(table, fields, work, seed))
                if asked.stock:
                    results.append(other("stock", table, fields, work, seed, asked.cpu_limit))
                print(json.dumps(results[-2 if asked.stock else -1 :]), file=sys.stderr, flush=True)
            if asked.splink and name in SPLINK:
                results += [
                    other(engine, table, fields, work, 0, asked.cpu_limit)
                    for engine in ("splink_demo", "splink_wide")
                ]
            details[name] = results
            found += summaries(name, table, results)
            print(markdown(found), flush=True)
    if asked.json:
        asked.json.write_text(json.dumps({"medians": found, "runs": details}, indent=1) + "\n")
    if asked.markdown:
        asked.markdown.write_text(markdown(found), "utf-8")


if __name__ == "__main__":
    main()
