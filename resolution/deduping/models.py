"""A model on its way to its file, and what is told of it."""

from dataclasses import dataclass
from pathlib import Path

from resolution.tables.model import TableModel, write_model


@dataclass(frozen=True, slots=True)
class Training:
    """What training learned, and where it lies."""

    model: TableModel
    file: str


def written(model: TableModel, path: Path) -> Training:
    """Write the model and return what is told of it."""
    write_model(model, path)
    return Training(model, str(path))
