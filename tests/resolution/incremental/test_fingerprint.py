"""The engine is another when what decides is another, and only then."""

import shutil
import sys
from pathlib import Path

import pytest

from resolution.incremental.fingerprint import (
    DECIDING,
    PACKAGES,
    engine_fingerprint,
    fingerprint,
)
from resolution.incremental.imports import Packages, import_closure

DECIDES = (
    "actors/names/folding.py",
    "actors/names/words.toml",
    "actors/records/dates.py",
    "resolution/table.py",
    "resolution/blocking/keys.py",
    "resolution/comparison/names.py",
    "resolution/comparison/births.py",
    "resolution/scoring.py",
    "resolution/clustering/linkage.py",
    "resolution/identity.py",
    "resolution/incremental/candidates.py",
    "resolution/designations/merging.py",
    "resolution/publishing/rows/entities.py",
    "resolution/sources/authorities.toml",
)
DOES_NOT = (
    "actors/graph/connection.py",
    "actors/settings.py",
    "resolution/pipeline.py",
    "resolution/runs/holding.py",
    "resolution/runs/lease.py",
    "resolution/publishing/publish.py",
    "resolution/text/reading.py",
    "resolution/sources/catalogue.py",
    "resolution/explanation/scores.py",
    "resolution/tables/api.py",
    "resolution/learning/training.py",
)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """Our packages, where they may be changed."""
    folder = tmp_path_factory.mktemp("house")
    for name, package in PACKAGES.items():
        shutil.copytree(
            package, folder / name, ignore=shutil.ignore_patterns("__pycache__", "learning/labels")
        )
    return {name: folder / name for name in PACKAGES}


def of(packages: Packages) -> str:
    return fingerprint(import_closure(DECIDING, packages))


@pytest.mark.parametrize(
    ("path", "decides"),
    [*((path, True) for path in DECIDES), *((path, False) for path in DOES_NOT)],
)
def test_only_what_decides_makes_another_engine(
    copied: Packages, path: str, *, decides: bool
) -> None:
    """Any change anywhere in two packages made the next run compare everything again."""
    package, _, inner = path.partition("/")
    file = copied[package] / inner
    before = file.read_bytes()
    file.write_bytes(before + b"\n# another\n")

    changed = of(copied)

    file.write_bytes(before)
    assert (changed != engine_fingerprint()) == decides


def test_where_the_engine_lies_makes_no_difference(copied: Packages) -> None:
    assert of(copied) == engine_fingerprint()


def test_imports_are_followed_into_functions_and_libraries_are_told(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "__init__.py").write_text("from house import unasked")
    (tmp_path / "root.py").write_text("import os\nfrom house.inner import leaf\n")
    (tmp_path / "inner" / "__init__.py").write_text("from house import unasked")
    (tmp_path / "inner" / "leaf.py").write_text(
        "def late():\n    from house.further import one\n    import numpy.linalg\n    'words.txt'\n"
    )
    (tmp_path / "inner" / "words.txt").write_text("orla")
    (tmp_path / "inner" / "other.txt").write_text("vane")
    (tmp_path / "further.py").write_text("one = 1")
    (tmp_path / "unasked.py").write_text("two = 2")

    closure = import_closure(["house.root"], {"house": tmp_path})

    assert set(closure.modules) == {"house.root", "house.inner.leaf", "house.further"}
    assert {file.name for file in closure.data} == {"words.txt"}
    assert closure.libraries == {"os", "numpy"}


def test_the_engine_runs_on_no_database() -> None:
    closure = import_closure(DECIDING, PACKAGES)

    assert "neo4j" not in closure.libraries
    assert not {name for name in closure.modules if name.startswith("actors.graph")}
    assert closure.libraries - sys.stdlib_module_names >= {"anyascii", "numpy", "rapidfuzz"}
