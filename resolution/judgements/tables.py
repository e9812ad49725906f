"""What became of judgements, as the short tables that commands print; pure."""

from collections.abc import Sequence

from actors.console import Table
from resolution.judgements.exporting import Exported
from resolution.judgements.retracting import TakenBack
from resolution.judgements.storing import Imported


def import_tables(result: Imported) -> tuple[Table, ...]:
    """Return what became of the rows of a file."""
    figures = (
        ("rows", result.rows),
        ("stored", result.stored),
        ("known already", result.known),
        ("taken back here since, and left so", result.taken_back),
    )
    next_step = (Table(("Type `dramatis resolve` to honour them.",), ()),) if result.stored else ()
    return (Table(("judgements", ""), figures), *next_step)


def export_tables(result: Exported) -> tuple[Table, ...]:
    """Return what was written."""
    return (Table(("judgements", "file"), ((result.judgements, result.file),)),)


def retraction_tables(result: Sequence[TakenBack]) -> tuple[Table, ...]:
    """Return a sentence for each judgement, and what to do next."""
    told = tuple(Table((_taken_back(one),), ()) for one in result)
    is_any_new = any(one.is_new for one in result)
    next_step = (Table(("Type `dramatis resolve` to decide without it.",), ()),)
    return (*told, *(next_step if is_any_new else ()))


def _taken_back(one: TakenBack) -> str:
    when = "is taken back" if one.is_new else f"was taken back already, at {one.retracted_at}"
    return f"{one.id} of {one.actor}, {one.left} and {one.right} {one.verdict}, {when}."
