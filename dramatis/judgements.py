"""The commands of `judgements`: verdicts of people that bind every later run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dramatis.graph import begun_graph
from dramatis.options import FILE, OUTPUT, as_json_option
from dramatis.terminal import show

if TYPE_CHECKING:
    from pathlib import Path


@click.command("import")
@click.argument("file", type=FILE)
@as_json_option
def judgements_import(*, file: Path, as_json: bool) -> None:
    """Store the verdicts of a CSV file, all of them or none; the next run honours them.

    Columns: left_source, left_record, right_source, right_record, verdict (same, different,
    unsure), and where known actor, reason, created_at. What contradicts judgements that stand is
    refused with them. Importing a file again changes nothing.
    """
    from actors.watching import Watcher
    from resolution import judgements

    rows = judgements.read_rows(file)
    with Watcher() as watcher, begun_graph(watcher) as graph:
        imported = judgements.import_judgements(graph, rows)
    show(imported, judgements.import_tables, as_json=as_json)


@click.command("export")
@click.argument("file", type=OUTPUT)
@as_json_option
def judgements_export(*, file: Path, as_json: bool) -> None:
    """Write every judgement that stands into a CSV file, oldest first."""
    from actors.watching import Watcher
    from resolution import judgements

    with Watcher() as watcher, begun_graph(watcher) as graph:
        exported = judgements.export_judgements(graph, file)
    show(exported, judgements.export_tables, as_json=as_json)


@click.command("retract")
@click.argument("references", nargs=-1, required=True, metavar="JUDGEMENT | LEFT RIGHT")
@as_json_option
def judgements_retract(*, references: tuple[str, ...], as_json: bool) -> None:
    """Take back a judgement by its id (J-…), or whatever was judged of two mentions.

    LEFT and RIGHT are mentions (M-…), or a source and its record's id, as us-ofac-sdn:52293. Who
    said what stays on record; the next run decides without it. Doing it again changes nothing.
    """
    from actors.watching import Watcher
    from resolution import judgements

    if len(references) > 2:
        raise click.UsageError("Give the id of a judgement (J-…), or the two mentions it is on.")
    with Watcher() as watcher, begun_graph(watcher) as graph:
        if len(references) == 1:
            retracted = judgements.retract_judgement(graph, references[0])
        else:
            retracted = judgements.retract_judgements_on(graph, *references)
    show(retracted, judgements.retraction_tables, as_json=as_json)


@click.group(
    commands={
        str(each.name): each for each in (judgements_import, judgements_export, judgements_retract)
    }
)
def judgements() -> None:
    """Share what people judged: verdicts that bind every later run, as CSV."""
