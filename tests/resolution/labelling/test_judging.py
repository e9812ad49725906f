from collections.abc import Callable
from pathlib import Path

import pytest
from readings import edition, judge, record, stored

from actors.errors import LabelsError
from actors.graph import Graph
from actors.progress import Silent
from resolution.evaluation import read_judgements
from resolution.labelling import judging
from resolution.labelling.terminal import Person
from resolution.model import shipped_model

LEFT = [
    record("1", "Orla Vane", born="1968", source="list-a"),
    record("2", "Piet Hals", born="1959", source="list-a"),
]
RIGHT = [
    record("7", "VANE, Orla", source="list-b"),
    record("8", "Piet Halls", source="list-b", passport="X99"),
]


def keys(pressed: str) -> Callable[[], str]:
    waiting = iter(pressed)
    return lambda: next(waiting, "")


def sit(graph: Graph, path: Path, pressed: str) -> judging.Sitting:
    return judging.judge(graph, shipped_model(), path, Person(keys(pressed)), Silent())


@pytest.fixture
def two_lists(graph: Graph) -> Graph:
    stored(graph, edition(*LEFT), edition(*RIGHT))
    return graph


def test_answers_about_the_graphs_records_are_judged_pairs_and_are_not_asked_again(
    two_lists: Graph, tmp_path: Path
) -> None:
    path = tmp_path / "judged.csv"

    first = sit(two_lists, path, "yq")
    second = sit(two_lists, path, "uuuuuu")
    third = sit(two_lists, path, "yyy")

    assert (first.answered, first.same) == (1, 1)
    assert (second.same, second.unsure) == (1, second.answered)
    assert third.answered == 0
    pairs = {frozenset((one.left.record, one.right.record)) for one in read_judgements(path)}
    assert {frozenset(("1", "7")), frozenset(("2", "8"))} <= pairs


def test_a_pair_that_is_judged_in_the_graph_is_not_asked(two_lists: Graph, tmp_path: Path) -> None:
    judge(two_lists, LEFT[0], RIGHT[0], "SAME")

    sit(two_lists, tmp_path / "judged.csv", "nnnnnn")

    judged = read_judgements(tmp_path / "judged.csv")
    pairs = {frozenset((one.left.record, one.right.record)) for one in judged}
    assert frozenset(("1", "7")) not in pairs
    assert frozenset(("2", "8")) in pairs


def test_a_question_shows_all_that_both_records_state() -> None:
    shown = judging.sides([LEFT[1], RIGHT[1]], 0, 1)

    rows = {row.name: row for row in shown.rows}
    assert (shown.left, shown.right) == ("list-a:2", "list-b:8")
    assert (rows["name"].left, rows["name"].right) == ("Piet Hals", "Piet Halls")
    assert rows["birthDate"].left == "1959"
    assert "passport X99" in rows["numbers"].right


def test_where_there_is_nothing_to_compare_or_no_folder_it_is_told(
    graph: Graph, tmp_path: Path
) -> None:
    with pytest.raises(LabelsError, match="ingest"):
        sit(graph, tmp_path / "judged.csv", "")
    with pytest.raises(LabelsError, match="no folder"):
        sit(graph, tmp_path / "nowhere" / "judged.csv", "")
