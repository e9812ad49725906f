from pathlib import Path

import pytest

from actors.errors import SettingsError
from actors.graph import EmbeddedNeo4j


@pytest.mark.parametrize("below", [".", "home"])
def test_a_file_in_the_place_of_the_home_is_told(tmp_path: Path, below: str) -> None:
    """Looking for the process there ended in a traceback."""
    file = tmp_path / "file"
    file.touch()

    with pytest.raises(SettingsError, match=r"DRAMATIS_HOME=.*file.* cannot be used"):
        EmbeddedNeo4j(file / below, tmp_path).status()


def test_a_home_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="DRAMATIS_HOME=/proc/nope cannot be used"):
        EmbeddedNeo4j(Path("/proc/nope"), tmp_path).start()


def test_the_home_of_nobody_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="name a folder you can write to"):
        EmbeddedNeo4j(Path("~nobody-of-this-name/home"), tmp_path)
