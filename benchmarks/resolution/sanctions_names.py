"""Pairs of bare names, by category: what a model makes of names alone.

Names without dates, countries or numbers are screening's question ("might this be him?"), not
resolution's ("is this he?"): a pair marked as a match is no reason to merge.
"""

import csv
from collections import Counter
from pathlib import Path

import numpy as np
from sanctions_alternatives import best_threshold, jaro_winkler

from actors.records import (
    DocumentId,
    EntityKind,
    Mention,
    MentionKind,
    Name,
    record_mention_id,
    source_id,
)
from resolution.comparison import compare
from resolution.model import Model
from resolution.scoring import score
from resolution.table import mention_table

KINDS = {"Person": EntityKind.PERSON, "Vessel": EntityKind.VESSEL}


def bare(name: str, kind: EntityKind, list_: str, number: int) -> Mention:
    source = source_id(list_)
    return Mention(
        id=record_mention_id(source, str(number)),
        kind=MentionKind.RECORD,
        source=source,
        document=DocumentId(f"D-{list_}"),
        entity_kind=kind,
        quote=name,
        names=(Name(name),),
        record_id=str(number),
    )


def show_names(path: Path, model: Model) -> None:
    """Print a table by category: how many of the matches and of the others each would merge."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    records = [
        bare(row[column], KINDS.get(row["schema"], EntityKind.ORGANIZATION), list_, number)
        for number, row in enumerate(rows)
        for column, list_ in (("name1", "left"), ("name2", "right"))
    ]
    left = np.arange(0, len(records), 2)
    table = mention_table(records, {})
    ours = score(compare(table, left, left + 1, model.words), model) >= model.thresholds.merge
    likeness = jaro_winkler(records, list(zip(left.tolist(), (left + 1).tolist(), strict=True)))
    match = np.array([row["is_match"] == "true" for row in rows])
    # Flattered: the threshold is chosen on the pairs themselves.
    theirs = likeness >= best_threshold(likeness, match)
    counts: Counter[tuple[str, str]] = Counter()
    for row, is_match, we, they in zip(rows, match, ours, theirs, strict=True):
        for category in (row["category"], "all"):
            counts[category, "match" if is_match else "other"] += 1
            counts[category, f"{'match' if is_match else 'other'} ours"] += int(we)
            counts[category, f"{'match' if is_match else 'other'} theirs"] += int(they)
    print(f"\n{path.name}: merged on names alone, by us and by Jaro-Winkler at its best threshold")
    print(
        f"{'category':32} {'matches':>8} {'ours':>5} {'JW':>5} {'others':>8} {'ours':>5} {'JW':>5}"
    )
    for category in dict.fromkeys([*(row["category"] for row in rows), "all"]):
        print(
            f"{category:32} "
            + " ".join(
                f"{counts[category, kind]:8} {counts[category, f'{kind} ours']:5} "
                f"{counts[category, f'{kind} theirs']:5}"
                for kind in ("match", "other")
            )
        )
