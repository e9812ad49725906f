"""The demonstration carries facts of the public lists over, never their rows or sentences."""

import csv
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "demo"
SENTENCE = re.compile(r"(?<=[.!?])\s+")

pytestmark = pytest.mark.real_data


def files(folder: Path, *endings: str) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and path.suffix in endings)


def rows(path: Path) -> set[tuple[str, ...]]:
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        return {tuple(cell.strip() for cell in row) for row in csv.reader(file)}


def sentences(text: str) -> set[str]:
    parts = SENTENCE.split(" ".join(text.split()))
    return {part for part in parts if len(part.split()) > 4}


def test_no_file_equals_a_real_one(real_data: Path) -> None:
    ours = {hashlib.sha256(path.read_bytes()).digest() for path in DEMO.rglob("*.*")}
    theirs = {
        hashlib.sha256(path.read_bytes()).digest()
        for path in files(real_data, ".csv", ".txt", ".xml")
    }

    assert not ours & theirs


def test_no_list_row_equals_a_real_one(real_data: Path) -> None:
    ours = set().union(
        *({row for row in rows(path) if row[0].isdecimal()} for path in DEMO.glob("ofac/*.csv")),
        {row for row in rows(DEMO / "uk" / "conlist.csv") if row[-1].isdecimal()},
    )
    theirs = set().union(*(rows(path) for path in files(real_data, ".csv")))

    assert len(ours) > 50
    assert not ours & theirs


def test_no_sentence_equals_a_real_one(real_data: Path) -> None:
    ours = set().union(
        *(sentences(path.read_text("utf-8")) for path in (DEMO / "articles").glob("*.md"))
    )
    theirs = set().union(
        *(sentences(path.read_text("utf-8", "replace")) for path in files(real_data, ".txt"))
    )

    assert len(ours) > 20
    assert not ours & theirs
