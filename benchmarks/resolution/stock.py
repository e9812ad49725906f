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
import json
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from processes import Measured, measured
from stock_report import agreement, costs, markdown
from stock_tables import TABLES, read_table, write_table

HERE = Path(__file__).parent


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
    return {
        "table": name,
        "records": len(read_table(work)),
        "pairs": json.loads(stock[0].output)["pairs"],
        **agreement(work),
        **costs(stock, engine, in_stages),
        "f1": {side: found["f1"] for side, found in told.items()},
    }


def _own(role: str, name: str, work: Path) -> Measured:
    return _checked([sys.executable, str(HERE / "stock_sides.py"), role, name, str(work)])


def _checked(command: list[str]) -> Measured:
    done = measured(command)
    if done.status:
        sys.exit(f"{' '.join(command)}\n{done.errors}")
    return done


def main() -> None:
    """Measure what was asked for."""
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
