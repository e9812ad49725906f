"""The commands of `dedupe` as one group."""

from __future__ import annotations

import click

from dramatis.dedupe.learning import train
from dramatis.dedupe.reviewing import evaluate, explain
from dramatis.dedupe.running import run, score


@click.group(commands={str(each.name): each for each in (train, run, score, explain, evaluate)})
def dedupe() -> None:
    """Put together the records of plain tables, without a database.

    Tables, labels, pairs and results are CSV, Parquet or JSON Lines by their ending (.csv,
    .parquet, .jsonl). docs/plain-tables.md shows the whole way.
    """
