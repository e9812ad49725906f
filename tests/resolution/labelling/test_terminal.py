from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from resolution.labelling import Label, StopAsking
from resolution.labelling.labelfile import LabelFile
from resolution.labelling.session import Session
from resolution.labelling.sides import Row, Sides
from resolution.labelling.terminal import Person, Terminal

IDS = [f"r{number}" for number in range(9)]


def keys(text: str) -> Callable[[], str]:
    """Press one key after another; an arrow comes as a terminal sends it."""
    pressed: Iterator[str] = iter("\x1b[A" if one == "^" else one for one in text)
    return lambda: next(pressed, "")


def sides(left: int, right: int) -> Sides:
    return Sides(IDS[left], IDS[right], (Row("name", f"name {left}", f"name {right}"),))


def terminal(
    path: Path, pressed: str, given: tuple[Label, ...] = (), most: int | None = None
) -> Terminal:
    file = LabelFile(path, IDS)
    return Terminal(Session(file.save, file.read(), given), sides, Person(keys(pressed), most))


def lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()[1:]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "labels.csv"


def test_every_answer_is_kept_as_it_is_given(path: Path) -> None:
    asked = terminal(path, "ynu")

    assert asked.ask(1, 0) is True
    assert lines(path) == ["r0,r1,1"]
    assert asked.ask(2, 3) is False
    assert asked.ask(4, 5) is None
    assert lines(path) == ["r0,r1,1", "r2,r3,0", "r4,r5,"]
    assert list(asked.labels) == [Label(0, 1, True), Label(2, 3, False)]


def test_what_was_left_open_another_day_is_not_asked_again_and_costs_no_question(
    path: Path,
) -> None:
    terminal(path, "u").ask(0, 1)

    another_day = terminal(path, "n", most=1)

    assert another_day.ask(1, 0) is None
    assert another_day.ask(2, 3) is False
    assert lines(path) == ["r0,r1,", "r2,r3,0"]


def test_in_one_sitting_what_was_left_open_can_be_gone_back_to(path: Path) -> None:
    asked = terminal(path, "u" + "by" + "n")

    asked.ask(0, 1)
    asked.ask(2, 3)

    assert lines(path) == ["r0,r1,1", "r2,r3,0"]


def test_what_others_left_open_is_not_asked_nor_written(path: Path) -> None:
    file = LabelFile(path, IDS)
    session = Session(file.save, file.read(), (), frozenset({(0, 1)}))
    asked = Terminal(session, sides, Person(keys("y")))

    assert asked.ask(0, 1) is None
    assert asked.ask(2, 3) is True
    assert lines(path) == ["r2,r3,1"]


def test_going_back_changes_an_answer_and_returns_to_the_question(path: Path) -> None:
    asked = terminal(path, "y" + "y" + "bb" + "n" + "u")

    asked.ask(0, 1)
    asked.ask(2, 3)

    assert asked.ask(4, 5) is None
    assert lines(path) == ["r0,r1,0", "r2,r3,1", "r4,r5,"]


def test_an_answer_can_be_taken_back_to_unsure(path: Path) -> None:
    asked = terminal(path, "y" + "bu" + "n")

    asked.ask(0, 1)

    assert asked.ask(2, 3) is False
    assert lines(path) == ["r0,r1,", "r2,r3,0"]
    assert list(asked.labels) == [Label(2, 3, False)]


def test_before_the_first_question_there_is_nothing_to_go_back_to(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert terminal(path, "by").ask(0, 1) is True

    assert "nothing to go back to" in capsys.readouterr().err


@pytest.mark.parametrize("key", ["q", "\x04", ""])
def test_whoever_stops_goes_on_another_day(key: str, path: Path) -> None:
    first = terminal(path, "y" + key)
    first.ask(0, 1)
    with pytest.raises(StopAsking):
        first.ask(2, 3)

    second = terminal(path, "n")
    second.ask(2, 3)

    assert list(second.labels) == [Label(0, 1, True), Label(2, 3, False)]


def test_no_more_questions_are_asked_than_wanted_whatever_earlier_sittings_had(
    path: Path,
) -> None:
    terminal(path, "y").ask(0, 1)
    asked = terminal(path, "nn", most=1)

    asked.ask(2, 3)

    with pytest.raises(StopAsking):
        asked.ask(4, 5)


def test_an_arrow_or_another_key_answers_nothing(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert terminal(path, "^xY").ask(0, 1) is True

    assert capsys.readouterr().err.count("means nothing here") == 2


def test_a_contradiction_is_told_with_all_pairs_that_make_it(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = (Label(0, 1, True), Label(1, 2, True))

    terminal(path, "n", given).ask(0, 2)

    told = capsys.readouterr().err
    assert "cannot all be right" in told
    for sentence in ("r0 and r2: two", "r0 and r1: one", "r1 and r2: one"):
        assert sentence in told


def test_differences_are_marked_with_signs_and_progress_is_told(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = terminal(path, "yn", most=9)

    asked.ask(0, 1)
    asked.ask(2, 3)

    told = capsys.readouterr().err
    assert "~" in told
    assert "answered 1 (at most 8 to go) · one 1 · two 0 · unsure 0" in told


def test_names_that_would_command_the_terminal_are_only_shown(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def evil(left: int, right: int) -> Sides:
        return Sides(f"{left}\x1b[2J", str(right), (Row("name", "\x1b]0;x\x07", "y"),))

    Terminal(Session(LabelFile(path, IDS).save), evil, Person(keys("y"))).ask(0, 1)

    assert "\x1b" not in capsys.readouterr().err
