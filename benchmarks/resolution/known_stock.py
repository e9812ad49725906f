"""Stock dedupe on a known benchmark, trained with the labels that our own training asked for.

    python benchmarks/resolution/known_stock.py stock NAME --tables … --clusters … --report …

Called by `known.py`. The variables are what dedupe's users would write for these columns, cells are
prepared as dedupe's examples prepare them, training and thresholds are dedupe's own defaults, index
predicates with them. Training sees the labelled records and others, some thousands in all, since
what it keeps of whole tables does not fit in memory.
"""

import json
import random
import resource
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import dedupe
import numpy as np
import pyarrow.parquet as pq
from dedupe import variables as stock
from known_process import Asked, asked_of
from known_tables import rows, write_clusters

from actors.progress import Silent
from resolution.labelling import KnownAnswers, Label
from resolution.learning.tables import TrainingSettings
from resolution.learning.tables import train as train_ours
from resolution.tables.api import read_table
from resolution.tables.fields import read_fields
from resolution.tables.files import read_truth

TRAINING_RECORDS = 1_500
THRESHOLD = 0.5
Record = Mapping[str, str | None]
Records = dict[int, Record]


def _texts(*names: str) -> list[Any]:
    return [stock.String(name, has_missing=True) for name in names]


def febrl() -> list[Any]:
    """Return the variables of all FEBRL tables."""
    short = ("street_number", "postcode", "state", "date_of_birth", "soc_sec_id")
    return [
        *_texts("given_name", "surname", "address_1", "address_2", "suburb"),
        *(stock.ShortString(name, has_missing=True) for name in short),
    ]


DEFINITIONS: Mapping[str, Callable[[], list[Any]]] = {
    "fake_1000": lambda: [
        *_texts("first_name", "surname", "city", "email"),
        stock.ShortString("dob", has_missing=True),
    ],
    "febrl_3": febrl,
    "febrl_4": febrl,
    "dblp_acm": lambda: [
        stock.String("title"),
        stock.Text("title", name="words"),
        *_texts("authors", "venue"),
        stock.Exact("year"),
    ],
    # As in dedupe's own example.
    "dedupe_csv": lambda: [
        stock.String("Site name"),
        stock.String("Address"),
        stock.Exact("Zip", has_missing=True),
        stock.String("Phone", has_missing=True),
    ],
    "fodors_zagat": lambda: _texts("name", "phone", "street"),
    "historical": lambda: [
        *_texts("full_name", "first_name", "surname", "birth_place", "occupation"),
        stock.ShortString("dob", has_missing=True),
        stock.ShortString("postcode_fake", has_missing=True),
    ],
}


def labels_of_ours(asked: Asked) -> list[Label]:
    """Return what `dramatis dedupe train` asks with the same budget and seed, and its answers."""
    fields = read_fields(asked.fields)
    table = read_table(fields, *asked.tables)
    answers = KnownAnswers(read_truth(asked.truth, table.records.ids).clusters, asked.budget)
    settings = TrainingSettings(seed=asked.seed)
    train_ours(
        table.records, table.variables, fields, answers, settings=settings, progress=Silent()
    )
    return answers.labels


def read(path: Path, begin: int) -> Records:
    """Return a table's records by number, cells as dedupe's examples prepare them."""
    if path.suffix == ".parquet":
        found: Iterable[Mapping[str, Any]] = pq.read_table(path).to_pylist()
    else:
        found = rows(path)
    return {
        begin + number: {name: _cleaned(cell) for name, cell in row.items()}
        for number, row in enumerate(found)
    }


def _cleaned(cell: object) -> str | None:
    return " ".join(str(cell or "").lower().split()) or None


def sampled(records: Records, labels: Iterable[Label], drawn: random.Random) -> Records:
    """Return the labelled records and others drawn at random."""
    labelled = {one for label in labels for one in label[:2] if one in records}
    others = [one for one in records if one not in labelled]
    room = max(0, min(len(others), TRAINING_RECORDS - len(labelled)))
    return {one: records[one] for one in sorted({*labelled, *drawn.sample(others, room)})}


def train(asked: Asked, parts: list[Records], labels: Iterable[Label]) -> Any:  # noqa: ANN401
    """Return stock dedupe, trained."""
    drawn = random.Random(asked.seed)  # noqa: S311
    random.seed(asked.seed)
    np.random.seed(asked.seed)  # noqa: NPY002
    kind = dedupe.Dedupe if len(parts) == 1 else dedupe.RecordLink
    matcher = kind(DEFINITIONS[asked.table](), num_cores=0, in_memory=True)
    matcher.classifier.n_jobs = 1
    records = {number: record for part in parts for number, record in part.items()}
    labelled: dict[str, list[Any]] = {"match": [], "distinct": []}
    for left, right, match in labels:
        labelled["match" if match else "distinct"].append((records[left], records[right]))
    # Labels come first: dedupe's predicates by index know no records but those of its questions and
    # what was labelled before it drew them.
    matcher.mark_pairs(labelled)
    matcher.prepare_training(*(sampled(part, labels, drawn) for part in parts))
    matcher.train()
    return matcher


def main() -> None:
    """Train and run stock dedupe; write its clusters and what they cost."""
    asked = asked_of(__doc__)
    labels = labels_of_ours(asked)
    parts: list[Records] = []
    for path in asked.tables:
        parts.append(read(path, sum(map(len, parts))))
    begun = _cpu_seconds()
    matcher = train(asked, parts, labels)
    trained, wall = _cpu_seconds(), time.perf_counter()
    if len(parts) == 1:
        clusters = [numbers for numbers, _ in matcher.partition(parts[0], THRESHOLD)]
    else:
        clusters = [numbers for numbers, _ in matcher.join(*parts, THRESHOLD)]
    run = {
        "cpu_seconds": round(_cpu_seconds() - trained, 2),
        "wall_seconds": round(time.perf_counter() - wall, 2),
        "peak_mebibytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }
    ids = read_table(read_fields(asked.fields), *asked.tables).records.ids
    write_clusters(asked.clusters, ids, clusters)
    report = {
        "labels": len(labels),
        "rules": sorted(map(repr, matcher.predicates)),
        "train": {"cpu_seconds": round(trained - begun, 2)},
        "run": run,
    }
    asked.report.write_text(json.dumps(report), "utf-8")


def _cpu_seconds() -> float:
    usages = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


if __name__ == "__main__":
    main()
