"""Judgements taken back in a real graph: by id or by whom they are on, once and again."""

import re
from pathlib import Path

import pytest
from people import BANK, RI, SAME_RI
from readings import article, entity_of, judge, run, stored

from actors.errors import NotFound, RunError
from actors.graph import Graph
from resolution.judgements import (
    TakenBack,
    export_judgements,
    import_judgements,
    read_rows,
    retract_judgement,
    retract_judgements_on,
    retraction_tables,
)

TEXT_MENTIONS = "MATCH (m:Mention) WHERE m.kind = 'TEXT' RETURN m.id AS id"


def told(found: tuple[TakenBack, ...]) -> list[str]:
    return [table.columns[0] for table in retraction_tables(found)]


def test_the_next_run_decides_without_a_judgement_that_was_taken_back(resolved: Graph) -> None:
    before = entity_of(resolved, SAME_RI.id)
    judge(resolved, RI, SAME_RI, "DIFFERENT")
    run(resolved)
    apart = entity_of(resolved, SAME_RI.id)

    found = retract_judgements_on(resolved, "other:9", "list:1")
    run(resolved)

    assert apart != before == entity_of(resolved, SAME_RI.id)
    assert [(one.id, one.verdict, one.is_new) for one in found] == [("J-1", "different", True)]
    assert told(found) == [
        "J-1 of reviewer, list:1 and other:9 different, is taken back.",
        "Type `dramatis resolve` to decide without it.",
    ]


def test_taking_it_back_again_changes_nothing_and_says_when_it_was(resolved: Graph) -> None:
    judge(resolved, RI, BANK, "SAME")
    [first] = retract_judgement(resolved, "J-1")

    again = retract_judgement(resolved, "J-1")

    assert first.is_new
    assert [(one.is_new, one.retracted_at) for one in again] == [(False, first.retracted_at)]
    [sentence] = told(again)
    assert sentence.startswith("J-1 of reviewer, list:1 and third:3 same, was taken back already")
    assert first.retracted_at in sentence


def test_by_its_id_one_judgement_is_taken_back_and_by_its_mentions_all(resolved: Graph) -> None:
    judge(resolved, RI, BANK, "SAME", 1)
    judge(resolved, BANK, RI, "SAME", 2)
    judge(resolved, RI, SAME_RI, "SAME", 3)
    judge(resolved, BANK, RI, "UNSURE", 4)

    one = retract_judgement(resolved, "J-1")
    rest = retract_judgements_on(resolved, RI.id, "third:3")

    assert [found.id for found in one] == ["J-1"]
    assert [(found.id, found.is_new) for found in rest] == [
        ("J-1", False),
        ("J-2", True),
        ("J-4", True),
    ]
    standing = "MATCH (j:Judgement) WHERE j.retractedAt IS NULL RETURN j.id AS id"
    assert resolved.read(standing) == [{"id": "J-3"}]


def test_an_export_names_what_can_be_taken_back(resolved: Graph, tmp_path: Path) -> None:
    stored(resolved, article("Silver Delta Bank was named today. Nobody else was."))
    run(resolved)
    [text] = resolved.read(TEXT_MENTIONS)
    path = tmp_path / "all.csv"
    path.write_text(
        "left_source,left_record,right_source,right_record,verdict\n"
        f"paper,{text['id']},third,3,different\n",
        "utf-8",
    )
    import_judgements(resolved, read_rows(path))
    export_judgements(resolved, path)
    [row] = read_rows(path)

    [found] = retract_judgements_on(resolved, str(row.left), str(row.right))

    assert found.is_new
    assert {found.left, found.right} == {text["id"], "third:3"}


def test_what_can_be_imported_follows_what_was_taken_back(resolved: Graph, tmp_path: Path) -> None:
    judge(resolved, RI, BANK, "SAME")
    path = tmp_path / "judged.csv"
    path.write_text(
        "left_source,left_record,right_source,right_record,verdict\nlist,1,third,3,different\n",
        "utf-8",
    )
    retract_judgement(resolved, "J-1")

    assert import_judgements(resolved, read_rows(path)).stored == 1


def test_a_judgement_that_no_run_can_read_is_taken_back_too(resolved: Graph) -> None:
    """Written in Cypher, it stops every run until it is mended or taken back."""
    resolved.write("CREATE (:Judgement {id: 'J-7'})")
    judge(resolved, RI, BANK, "MAYBE", 8)
    resolved.write("MATCH (judgement:Judgement {id: 'J-8'}) REMOVE judgement.id")
    with pytest.raises(RunError) as refused:
        run(resolved)
    [named] = re.findall(r"`dramatis judgements retract (\S+)`", str(refused.value))

    assert [one.id for one in retract_judgement(resolved, "J-7")] == ["J-7"]
    assert [one.is_new for one in retract_judgement(resolved, named)] == [True]
    run(resolved)


@pytest.mark.parametrize(
    ("references", "complaint"),
    [
        (("J-404",), "there is no such judgement"),
        (("list:1", "third:3"), "There is no judgement on list:1 and third:3"),
        (("E-ABCDEFGHIJKL", "list:1"), "is an entity, and judgements are on mentions"),
        (("E-list:1", "list:1"), "There is no judgement on E-list:1 and list:1"),
    ],
)
def test_what_nobody_judged_is_told(
    resolved: Graph, references: tuple[str, ...], complaint: str
) -> None:
    judge(resolved, RI, SAME_RI, "SAME")

    retract = retract_judgement if len(references) == 1 else retract_judgements_on
    with pytest.raises(NotFound, match=complaint):
        retract(resolved, *references)

    assert resolved.read("MATCH (j:Judgement) RETURN j.retractedAt AS at") == [{"at": None}]
