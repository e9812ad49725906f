"""Keys kept in a file are those that would be made anew."""

from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from mention_builders import record, text

from actors.records import Mention
from resolution.incremental import keys as keys_module
from resolution.incremental.keys import TIE, keyed_mentions
from resolution.ingestion.rows import content_hash
from resolution.model import shipped_model
from resolution.state import StoredMention

DAY = date(2024, 12, 17)
ORLA, RI = record("Orla Vane", numbers=["passport=A1"]), record("Ri Chang Ho", born="1967-05-12")
SPOKEN = text("Ri Chang Ho")


def stored(*mentions: Mention) -> list[StoredMention]:
    return [
        StoredMention(
            one, number, DAY, DAY, is_compared=False, former=None, is_retired=False,
            content_hash=content_hash(one), entity=None, score=None,
        )
        for number, one in enumerate(mentions)
    ]  # fmt: skip


def keys(folder: Path | None, *mentions: Mention) -> list[tuple[int, str, int, bool]]:
    found = keyed_mentions(stored(*mentions), shipped_model(), folder, anew=False).keys
    return sorted(tuple(row.values()) for row in found.to_pylist())  # type: ignore[misc]


def test_what_is_read_from_the_file_is_what_would_be_made(tmp_path: Path) -> None:
    keys(tmp_path, RI, ORLA)

    again = keys(tmp_path, ORLA, SPOKEN, RI)

    assert again == keys(None, ORLA, SPOKEN, RI)
    assert {(rule, key) for rule, key, _, _ in again if rule == TIE} == {
        (TIE, f"list-a\0{number.key}") for number in ORLA.identifiers
    } | {(TIE, "chang ho ri")}


def test_only_what_the_file_lacks_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys(tmp_path, RI, ORLA)
    made: list[int] = []
    make = keys_module.mention_table

    def counting(mentions: list[Mention], days: dict[object, object]) -> pa.Table:
        made.append(len(mentions))
        return make(mentions, days)  # type: ignore[arg-type]

    monkeypatch.setattr(keys_module, "mention_table", counting)
    keys(tmp_path, ORLA, RI, SPOKEN)

    assert made == [1]


@pytest.mark.parametrize("damage", [b"", b"no Arrow file at all"])
def test_a_file_that_cannot_be_read_is_made_again(tmp_path: Path, damage: bytes) -> None:
    keys(tmp_path, RI)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage)

    assert keys(tmp_path, RI) == keys(None, RI)
    assert file.stat().st_size > len(damage)


def test_another_engine_makes_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys(tmp_path, RI)
    (file,) = tmp_path.iterdir()
    before = file.read_bytes()
    monkeypatch.setattr(keys_module, "engine_fingerprint", lambda: "another")

    keys(tmp_path, RI)

    assert file.read_bytes() != before
