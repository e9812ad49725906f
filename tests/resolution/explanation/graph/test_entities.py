"""An entity drawn from a real graph: its merges, its judgements, its weakest link."""

import json

import pytest
from readings import article, demonstration, edition, entity_of, judge, record, run, stored

from actors.console import print_json
from actors.errors import NotFound
from actors.graph import Graph
from resolution.explanation.graph import (
    EntityAnswer,
    answered,
    explained_entity,
    explanation_tables,
)
from resolution.explanation.merges import Means
from resolution.model import shipped_model

MODEL = shipped_model()
RI = record("1", "Ri Chang Ho", born="1967-05-12")
OTHER = record("7", "RI, Chang-ho", born="1967-05-12", source="other")


def drawn(found: EntityAnswer) -> list[str]:
    return [str(row[0]) for row in explanation_tables(found)[0].rows]


def test_an_entity_is_a_tree_from_its_founding_mention(graph: Graph) -> None:
    text = article("Ri Chang Ho was named on Monday. Later Ri Chang Ho spoke.")
    stored(graph, edition(RI), edition(OTHER), text)
    run(graph)

    found = explained_entity(graph, entity_of(graph, OTHER.id), MODEL)

    assert [one.depth for one in found.tree][:2] == [0, 1]
    assert found.tree[0].mention == RI.id
    assert len(found.tree) == len(found.mentions) == 4
    assert all(one.join and one.join.left_name for one in found.tree[1:])
    assert drawn(found)[0] == "Ri Chang Ho"
    assert all(line.lstrip(" │").startswith(("├─ ", "└─ ")) for line in drawn(found)[1:])
    assert found.weakest is not None
    assert found.weakest.score == min(
        one.join.score for one in found.tree if one.join and one.join.means is Means.COMPARISON
    )


def test_every_mention_of_the_demonstration_is_in_its_tree(graph: Graph) -> None:
    """The founding mention was missing from its entity: the pattern walked away from it."""
    stored(graph, *demonstration())
    run(graph)
    rows = graph.read(
        "MATCH (e:Entity)<-[:RESOLVED_TO]-(m) RETURN e.id AS id, count(m) AS mentions"
    )

    for row in rows:
        tree = explained_entity(graph, row["id"], MODEL).tree
        assert len(tree) == row["mentions"]
        assert [one.depth for one in tree].count(0) == 1


def test_a_merge_that_was_judged_says_so(graph: Graph) -> None:
    stranger = record("8", "Silver Delta", born="1950-01-01", source="other")
    stored(graph, edition(RI), edition(stranger))
    judge(graph, RI, stranger, "SAME")
    run(graph)

    found = explained_entity(graph, "list:1", MODEL)

    [_, branch] = found.tree
    assert branch.join is not None
    assert branch.join.means is Means.JUDGEMENT
    assert found.weakest is None
    assert [one.verdict for one in found.judgements] == ["SAME"]


def test_one_mention_alone_is_an_entity_in_which_nothing_merged(graph: Graph) -> None:
    stored(graph, edition(RI))
    run(graph)

    found = explained_entity(graph, entity_of(graph, RI.id), MODEL)

    assert drawn(found) == ["Ri Chang Ho"]
    assert any("Nothing was merged" in table.columns[0] for table in explanation_tables(found))


def test_an_entity_against_itself_is_drawn(
    graph: Graph, capsys: pytest.CaptureFixture[str]
) -> None:
    stored(graph, edition(RI), edition(OTHER))
    run(graph)
    entity = entity_of(graph, RI.id)

    found = answered(graph, entity, entity, MODEL)
    print_json(found)

    document = json.loads(capsys.readouterr().out)
    assert document["entity"] == entity
    assert [one["depth"] for one in document["tree"]] == [0, 1]
    assert document["tree"][1]["join"]["left_name"] == "Ri Chang Ho"


def test_what_is_not_resolved_cannot_be_drawn(graph: Graph) -> None:
    stored(graph, edition(RI))

    with pytest.raises(NotFound, match="type `dramatis resolve`"):
        explained_entity(graph, RI.id, MODEL)
