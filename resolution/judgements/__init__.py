"""Judgements: imported from files whole or not at all, exported as they stand, taken back."""

from resolution.judgements.exporting import Exported, export_judgements
from resolution.judgements.files import JudgementRow, Side, read_rows
from resolution.judgements.retracting import (
    TakenBack,
    retract_judgement,
    retract_judgements_on,
)
from resolution.judgements.storing import Imported, import_judgements
from resolution.judgements.tables import export_tables, import_tables, retraction_tables

__all__ = [
    "Exported",
    "Imported",
    "JudgementRow",
    "Side",
    "TakenBack",
    "export_judgements",
    "export_tables",
    "import_judgements",
    "import_tables",
    "read_rows",
    "retract_judgement",
    "retract_judgements_on",
    "retraction_tables",
]
