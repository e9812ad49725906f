"""Where runs keep what they go on from: places that cannot be had, and what is left behind."""

from pathlib import Path

import numpy as np
import pytest

from actors.errors import OutputError
from resolution.tables.fields import parsed_fields
from resolution.tables.model import TableModel
from resolution.tables.scored import Scored
from resolution.tables.workplace import Workplace, workplace

FIELDS = parsed_fields({"id": "id", "fields": [{"field": "name", "type": "Exact"}]}, "FIELDS.json")
MODEL = TableModel(
    fields=FIELDS,
    rules=(),
    weights=(),
    bias=0.0,
    threshold=0.5,
    pairs_per_record=None,
    trained_on={},
)
BATCH = Scored(np.zeros(1, np.int32), np.ones(1, np.int32), np.array([0.5]))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text("id,name\n1,Vane\n")
    return path


def test_a_home_that_is_a_file_is_told(table: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("")

    for place in (home, home / "within"):
        with (
            pytest.raises(OutputError, match=r"home.+cannot be kept there.+DRAMATIS_HOME"),
            workplace(place, [table], MODEL),
        ):
            pass


def test_a_disk_without_room_is_told(tmp_path: Path) -> None:
    (tmp_path / "left.bin").symlink_to("/dev/full")

    with pytest.raises(OutputError, match=r"left\.bin: .+No space left on device"):
        Workplace(tmp_path).add(1, BATCH)


def test_a_run_that_ends_well_leaves_no_folder_that_it_made(table: Path, tmp_path: Path) -> None:
    home = tmp_path / "deep" / "home"

    with workplace(home, [table], MODEL) as work:
        work.add(1, BATCH)

    assert not (tmp_path / "deep").exists()


def test_a_run_leaves_a_folder_that_was_there_or_that_others_use(
    table: Path, tmp_path: Path
) -> None:
    there, used = tmp_path / "there", tmp_path / "used"
    there.mkdir()

    with workplace(there, [table], MODEL), workplace(used, [table], MODEL):
        (used / "neo4j").mkdir()

    assert list(there.iterdir()) == []
    assert [one.name for one in used.iterdir()] == ["neo4j"]


def test_an_interrupted_run_keeps_what_it_goes_on_from(table: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"

    def interrupted() -> None:
        with workplace(home, [table], MODEL) as work:
            work.add(1, BATCH)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()

    with workplace(home, [table], MODEL) as work:
        assert work.next_record == 1
