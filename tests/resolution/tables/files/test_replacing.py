from pathlib import Path

import pytest

from actors.errors import OutputError
from resolution.tables.files.replacing import replaced


def test_a_file_takes_its_place_when_the_block_ends(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"

    with replaced(path) as beside:
        beside.write_text("new")
        assert not path.exists()

    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o400
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_an_interrupted_block_leaves_what_was_there(
    error: type[BaseException], tmp_path: Path
) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")

    def write_half() -> None:
        with replaced(path) as beside:
            beside.write_text("half")
            raise error

    with pytest.raises(error):
        write_half()

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_mode_of_a_file_stays_as_its_owner_set_it(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")
    path.chmod(0o640)

    with replaced(path) as beside:
        beside.write_text("new")

    assert path.stat().st_mode & 0o777 == 0o640


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "out.csv"

    with pytest.raises(OutputError, match=r"out\.csv: cannot be written"), replaced(path):
        pass
