"""Judgements as files: imported whole or not at all, exported as they stand."""

from resolution.judgements.exporting import Exported, export_judgements
from resolution.judgements.files import JudgementRow, Side, read_rows
from resolution.judgements.storing import Imported, import_judgements
from resolution.judgements.tables import export_tables, import_tables

__all__ = [
    "Exported",
    "Imported",
    "JudgementRow",
    "Side",
    "export_judgements",
    "export_tables",
    "import_judgements",
    "import_tables",
    "read_rows",
]
