"""Tables small enough to be read in a test, and models that need no training."""

from pathlib import Path

import pytest

from resolution.tables.fields import Fields, parsed_fields
from resolution.tables.model import Predicate, Rule, TableModel, Weight, write_model

FIELDS: Fields = parsed_fields(
    {
        "id": "id",
        "fields": [{"field": "name", "type": "Exact"}, {"field": "town", "type": "Exact"}],
    },
    "FIELDS.json",
)
MODEL = TableModel(
    fields=FIELDS,
    rules=(Rule((Predicate("name", "wholeFieldPredicate"),)),),
    weights=(Weight("name", 2.0), Weight("town", 4.0)),
    bias=-3.0,
    threshold=0.5,
    pairs_per_record=None,
    trained_on={"labels": 0},
)
"""One name and one town are one; one name alone is not."""


@pytest.fixture
def model_file(tmp_path: Path) -> Path:
    path = tmp_path / "model.json"
    write_model(MODEL, path)
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text("id,name,town\nr1,Vane,Cork\nr2,Vane,Cork\nr3,Vane,Delft\nr4,Hals,Delft\n")
    return path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, in which a run keeps what it goes on from."""
    monkeypatch.setenv("DRAMATIS_HOME", str(tmp_path / "home"))
    return tmp_path / "home"
