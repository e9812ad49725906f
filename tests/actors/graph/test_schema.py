import re
from pathlib import Path

import pytest

from actors.errors import DatabaseError
from actors.graph import ENTITY_NAMES, Graph, ensure_schema
from actors.graph.schema import LOOKED_UP, UNIQUE_IDS, definitions


def test_a_second_call_makes_nothing(graph: Graph) -> None:
    assert ensure_schema(graph) == 0


def test_what_was_dropped_is_made_again(graph: Graph) -> None:
    graph.write("DROP INDEX entity_sortcaption")

    assert ensure_schema(graph) == 1


def test_every_constraint_and_index_is_online(graph: Graph) -> None:
    online = {
        row["name"] for row in graph.read("SHOW INDEXES YIELD name, state WHERE state = 'ONLINE'")
    }

    assert {definition.name for definition in definitions()} <= online


@pytest.mark.parametrize("label", UNIQUE_IDS)
def test_an_id_is_unique(graph: Graph, label: str) -> None:
    graph.write(f"CREATE (:{label} {{id: 'one'}})")

    with pytest.raises(DatabaseError, match="already exists"):
        graph.write(f"CREATE (:{label} {{id: 'one'}})")


def test_names_are_found_by_their_words_and_beginnings(graph: Graph) -> None:
    graph.write("CREATE (:Entity {id: 'E-1', searchNames: ['ri chang ho', '리창호']})")
    search = f"""
        CALL db.index.fulltext.queryNodes('{ENTITY_NAMES}', $words) YIELD node
        RETURN node.id AS id
    """

    assert graph.read(search, words="chan* AND ho") == [{"id": "E-1"}]
    assert graph.read(search, words="리창호") == [{"id": "E-1"}]
    assert graph.read(search, words="changho") == []


def test_only_labels_and_properties_of_the_contract_are_indexed(project_root: Path) -> None:
    contract = (project_root / "docs" / "graph.md").read_text(encoding="utf-8")

    written = set(re.findall(r"\b\w+\b", contract))

    assert {
        *UNIQUE_IDS,
        *LOOKED_UP,
        *(key for keys in LOOKED_UP.values() for key in keys),
    } <= written
