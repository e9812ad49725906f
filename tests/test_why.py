"""The commands that say why, as a person types them one after another."""

import json
from pathlib import Path

import pytest
from commands import dramatis, environment
from readings import edition, entity_of, judge, record, run, stored

from actors.graph import Graph
from actors.settings import Settings

RI = record("1", "Ri Chang Ho", born="1967-05-12")
SAME_RI = record("9", "RI, Chang-ho", born="1967-05-12", source="other")
HEAD = "left_source,left_record,right_source,right_record,verdict\n"


@pytest.fixture
def environ(settings: Settings, graph: Graph) -> dict[str, str]:
    """The environment of a graph in which two records are one entity."""
    stored(graph, edition(RI), edition(SAME_RI))
    run(graph)
    return environment(settings)


def test_an_analyst_asks_why_judges_and_sees_what_changed(
    environ: dict[str, str], graph: Graph, tmp_path: Path
) -> None:
    judged, page, later = (tmp_path / name for name in ("judged.csv", "page.html", "later.html"))
    judged.write_text(HEAD + "list,1,other,9,different\n", "utf-8")
    entity = entity_of(graph, RI.id)

    tree = dramatis("explain", entity, environ=environ)
    before = dramatis("evaluate", str(judged), "--report", str(page), environ=environ)
    imported = dramatis("judgements", "import", str(judged), "--json", environ=environ)
    run(graph)
    why = dramatis("explain", "list:1", "other:9", "--json", environ=environ)
    after = dramatis(
        "evaluate", str(judged), "--report", str(later), "--against", str(page), environ=environ
    )

    results = (tree, before, imported, why, after)
    assert [result.returncode for result in results] == [0] * 5, [one.stderr for one in results]
    assert "└─ RI, Chang-ho" in tree.stdout
    assert json.loads(imported.stdout)["stored"] == 1
    answer = json.loads(why.stdout)
    weights = [feature["weight"] for feature in answer["explanation"]["features"]]
    assert sum(weights) == pytest.approx(answer["explanation"]["log_odds"], abs=1e-9)
    assert [ruling["reason"] for ruling in answer["held_apart"]] == ["JUDGED_DIFFERENT"]
    assert answer["judgements"][0]["verdict"] == "DIFFERENT"
    assert "Wrong then, right now" in later.read_text("utf-8")


def test_what_cannot_be_imported_is_told_a_line_each(
    environ: dict[str, str], tmp_path: Path
) -> None:
    judged = tmp_path / "judged.csv"
    judged.write_text(HEAD + "list,1,other,77,same\nlist,2,other,9,same\n", "utf-8")

    result = dramatis("judgements", "import", str(judged), environ=environ)

    assert (result.returncode, result.stdout) == (1, "")
    told = [line for line in result.stderr.splitlines() if "is not in the graph" in line]
    assert len(told) == 2
    assert "line 2: other:77" in told[0]


def test_a_judgement_is_taken_back_by_the_mentions_that_explain_shows(
    environ: dict[str, str], graph: Graph
) -> None:
    judge(graph, RI, SAME_RI, "DIFFERENT")

    done = dramatis("judgements", "retract", "list:1", "other:9", environ=environ)
    again = dramatis("judgements", "retract", "J-1", "--json", environ=environ)

    assert (done.returncode, again.returncode) == (0, 0), (done.stderr, again.stderr)
    assert "J-1 of reviewer, list:1 and other:9 different, is taken back." in done.stdout
    [told] = json.loads(again.stdout)
    assert (told["id"], told["verdict"], told["is_new"]) == ("J-1", "different", False)


def test_three_names_cannot_be_what_a_judgement_is_on() -> None:
    result = dramatis("judgements", "retract", "a:1", "b:2", "c:3", environ=environment())

    assert result.returncode == 2
    assert "the two mentions it is on" in result.stderr


def test_against_needs_a_report(tmp_path: Path) -> None:
    judged = tmp_path / "judged.csv"
    judged.write_text(HEAD, "utf-8")

    result = dramatis("evaluate", str(judged), "--against", str(judged), environ=environment())

    assert result.returncode == 2
    assert "give --report too" in result.stderr
