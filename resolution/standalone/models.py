"""Which model a command names, a model on its way to its file, and what is told of it."""

import json
from dataclasses import dataclass
from pathlib import Path

from actors.errors import ModelError
from resolution.model import Model, read_model, shipped_model
from resolution.model.document import FORMAT
from resolution.tables import model as tables

SHIPPED = "sanctions"


@dataclass(frozen=True, slots=True)
class Training:
    """What training learned, and where it lies."""

    model: tables.TableModel
    file: str


def named(name: str) -> tables.TableModel | Model:
    """Return the shipped model, or the one of a file, whichever kind it is of."""
    path = Path(name)
    if name == SHIPPED and not path.exists():
        return shipped_model(SHIPPED)
    if not path.is_file():
        raise ModelError(
            f"{name}: there is no such file, and the shipped model is called {SHIPPED}"
        )
    return read_model(path) if _format(path) == FORMAT else tables.read_model(path)


def _format(path: Path) -> object:
    try:
        document = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None  # whoever reads the model says what is wrong with the file
    return document.get("format") if isinstance(document, dict) else None


def written(model: tables.TableModel, path: Path) -> Training:
    """Write the model and return what is told of it."""
    tables.write_model(model, path)
    return Training(model, str(path))
