import signal
from pathlib import Path

import pytest

from actors.errors import OutputError
from actors.replacing import replaced, replaced_together


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


def test_an_interrupt_between_two_files_waits_until_both_are_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C between the two results of a run left the pairs without the clusters."""
    pairs, clusters = tmp_path / "pairs.csv", tmp_path / "clusters.csv"
    replace = Path.replace

    def replace_and_strike(beside: Path, path: Path) -> Path:
        moved = replace(beside, path)
        signal.raise_signal(signal.SIGINT)
        return moved

    def write() -> None:
        with replaced_together(pairs, clusters) as [first, second]:
            first.write_text("pairs")
            second.write_text("clusters")

    monkeypatch.setattr(Path, "replace", replace_and_strike)
    with pytest.raises(KeyboardInterrupt):
        write()

    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "pairs.csv": "pairs",
        "clusters.csv": "clusters",
    }
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_where_one_of_two_files_fails_both_are_as_they_were(tmp_path: Path) -> None:
    pairs, clusters = tmp_path / "pairs.csv", tmp_path / "clusters.csv"
    pairs.write_text("old")

    def write() -> None:
        with replaced_together(pairs, clusters) as [first, _]:
            first.write_text("new")
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011  # nothing else raises here
        write()

    assert [path.name for path in tmp_path.iterdir()] == ["pairs.csv"]
    assert pairs.read_text() == "old"
