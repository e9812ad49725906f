"""Judged pairs read from CSV, and what they say of a resolution."""

from pathlib import Path

import pytest
from mention_builders import record

from actors.errors import LabelsError
from actors.records import Mention, Verdict
from resolution.evaluation import RecordKey, evaluate, positions, read_judgements

OURS = "left_source,left_record,right_source,right_record,verdict\n"


def _file(folder: Path, content: str) -> Path:
    path = folder / "judged.csv"
    path.write_text(content, "utf-8")
    return path


def test_our_layout_is_read_and_a_pair_counts_once(tmp_path: Path) -> None:
    path = _file(tmp_path, OURS + "a,1,b,2,same\nb,2,a,1,SAME\na,1,c,3,unsure\n")

    judged = read_judgements(path)

    assert [pair.verdict for pair in judged] == [Verdict.SAME, Verdict.UNSURE]


def test_published_ids_become_records_of_our_sources(tmp_path: Path) -> None:
    content = "id_a,id_b,name_a,name_b,judgement\nofac-36,unsc-6908002,A,B,same\n"

    (pair,) = read_judgements(_file(tmp_path, content))

    assert pair.left == RecordKey("us-ofac-sdn", "36")
    assert pair.right == RecordKey("un-sc", "un-dataid:6908002")


def test_a_wrong_reference_is_another_actor(tmp_path: Path) -> None:
    content = "uk_group_id,un_reference,un_dataid_2020,status\n1,KPe.023,5,wrong_reference\n"

    (pair,) = read_judgements(_file(tmp_path, content))

    assert (pair.verdict, pair.status) == (Verdict.DIFFERENT, "wrong_reference")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("a,b\n1,2\n", "line 1: expected the columns left_source"),
        (OURS + "a,1,b,2,perhaps\n", "line 2: 'perhaps' is no verdict"),
        (OURS + "a,1,b,2,same\nb,2,a,1,different\n", "line 3: .* keep one of them"),
        ("id_a,id_b,judgement\nofac-1,xyz-2,same\n", "line 2: 'xyz-2' begins with none"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line(tmp_path: Path, content: str, said: str) -> None:
    with pytest.raises(LabelsError, match=said):
        read_judgements(_file(tmp_path, content))


def _mentions() -> list[Mention]:
    return [
        record("A", source=source, record_id=key)
        for source, key in (("a", "1"), ("a", "2"), ("b", "1"), ("b", "2"))
    ]


def test_pairs_across_lists_and_within_one_are_counted_apart(tmp_path: Path) -> None:
    content = (
        OURS + "a,1,b,1,same\na,2,b,2,same\na,1,a,2,different\na,1,b,2,different\na,1,z,9,same\n"
    )
    mentions = _mentions()
    entities = dict(zip((one.id for one in mentions), ["E1", "E1", "E1", "E2"], strict=True))

    found = evaluate(read_judgements(_file(tmp_path, content)), mentions, entities)
    figures = {one.group: one for one in found.groups}

    assert (figures["across lists"].same, figures["across lists"].same_merged) == (2, 1)
    assert (figures["across lists"].different, figures["across lists"].different_merged) == (1, 0)
    assert figures["within one list"].different_merged == 1
    assert figures["all pairs"].precision == 0.5
    assert figures["all pairs"].recall == 0.5
    assert figures["within one list"].recall is None
    assert [len(found.false_merges), len(found.misses), found.not_ingested] == [1, 1, 1]


def test_an_own_number_of_a_record_finds_it() -> None:
    mention = record("A", source="un-sc", record_id="KPi.1", numbers=["un-dataid=6908002"])

    found = positions([mention])

    assert found[RecordKey("un-sc", "un-dataid:6908002")] == found[RecordKey("un-sc", "KPi.1")]


def test_a_row_that_breaks_off_is_named(tmp_path: Path) -> None:
    path = _file(tmp_path, OURS + "a,1,b,2,same\na,1,b")

    with pytest.raises(LabelsError, match="line 3: the row breaks off"):
        read_judgements(path)
