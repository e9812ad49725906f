"""What became of judgements, as the short tables that commands print; pure."""

from actors.console import Table
from resolution.judgements.exporting import Exported
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
