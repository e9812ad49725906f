"""`dramatis dedupe train` in a real terminal, with the keys a person presses."""

import csv
import re
from pathlib import Path

import pytest
from commands import environment
from terminals import Terminal, in_terminal

from resolution.tables.model import read_model

DEMO = Path(__file__).parents[3] / "demo" / "members"
QUESTION = "Are they one?"
COMMANDS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@pytest.fixture
def arguments(tmp_path: Path) -> list[str | Path]:
    return [
        "dedupe", "train", DEMO / "members.csv", "--fields", DEMO / "fields.json",
        "--model", tmp_path / "members.json",
    ]  # fmt: skip


def truth() -> dict[str, str]:
    with (DEMO / "truth.csv").open() as file:
        return {row["id"]: row["cluster_id"] for row in csv.DictReader(file)}


def labels(folder: Path) -> dict[tuple[str, str], str]:
    with (folder / "members.labels.csv").open() as file:
        return {(row["left_id"], row["right_id"]): row["match"] for row in csv.DictReader(file)}


def answer(terminal: Terminal, count: int) -> None:
    """Answer questions as the truth does: the ids stand in the head of what is drawn."""
    cluster = truth()
    for _ in range(count):
        drawn = terminal.wait_for(QUESTION)
        left, right = [word for word in plain(drawn).split() if word in cluster][:2]
        terminal.press("y" if cluster[left] == cluster[right] else "n")


def plain(drawn: str) -> str:
    """Leave out what colours text and moves the cursor."""
    return COMMANDS.sub("", drawn)


def test_answers_teach_a_model_and_another_day_goes_on_with_them(
    arguments: list[str | Path], tmp_path: Path
) -> None:
    environ = environment(DRAMATIS_HOME=str(tmp_path))
    with in_terminal(arguments, environ) as terminal:
        answer(terminal, 12)
        terminal.wait_for(QUESTION)
        terminal.press("q")
        assert terminal.ended() == 0
    first = labels(tmp_path)

    with in_terminal([*arguments, "--budget", "3"], environ) as terminal:
        assert "answered 12 (at most 3 to go)" in plain(terminal.wait_for("unsure 0"))
        answer(terminal, 3)
        assert terminal.ended() == 0

    assert len(first) == 12
    assert len(labels(tmp_path)) == 15
    assert first.items() <= labels(tmp_path).items()
    assert read_model(tmp_path / "members.json").trained_on["labels"] == 15


def test_an_answer_is_taken_back_and_differences_are_marked_by_signs(
    arguments: list[str | Path], tmp_path: Path
) -> None:
    with in_terminal(arguments, environment(DRAMATIS_HOME=str(tmp_path))) as terminal:
        drawn = plain(terminal.wait_for(QUESTION))
        terminal.press("y")
        terminal.wait_for(QUESTION)
        given = labels(tmp_path)
        terminal.press("b")
        again = plain(terminal.wait_for(QUESTION))
        terminal.press("n")
        terminal.wait_for(QUESTION)

        assert any(sign in drawn for sign in (" = ", " ~ ", " ≠ "))
        assert list(given.values()) == ["1"]
        assert "Your answer was: one." in again
        assert labels(tmp_path) == dict.fromkeys(given, "0")


def test_ctrl_c_keeps_the_answers_and_writes_no_model(
    arguments: list[str | Path], tmp_path: Path
) -> None:
    with in_terminal(arguments, environment(DRAMATIS_HOME=str(tmp_path))) as terminal:
        terminal.wait_for(QUESTION)
        terminal.press("y")
        terminal.wait_for(QUESTION)
        terminal.press("\x03")

        assert terminal.ended() == 1
        assert "Interrupted." in terminal.drawn
        assert "Traceback" not in terminal.drawn

    assert len(labels(tmp_path)) == 1
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["members.labels.csv"]


def test_a_refusal_after_answers_of_one_kind_says_where_they_are_kept(
    arguments: list[str | Path], tmp_path: Path
) -> None:
    with in_terminal(arguments, environment(DRAMATIS_HOME=str(tmp_path))) as terminal:
        terminal.wait_for(QUESTION)
        terminal.press("y")
        terminal.wait_for(QUESTION)
        terminal.press("q")

        assert terminal.ended() == 1
        told = "".join(plain(terminal.drawn).split())

    assert f"answersarekeptin{tmp_path}/members.labels.csv,andthesamecommandgoeson" in told
