"""Which blocking rules bring two mentions together, and what keeps the others from it."""

from mention_builders import record, text

from actors.records import DocumentId
from resolution.blocking import candidate_pairs
from resolution.explanation import explain
from resolution.explanation.keys import count_keys
from resolution.model import shipped_model
from resolution.table import mention_table

MODEL = shipped_model()
NOWHERE: dict[DocumentId, None] = {}


def test_each_rule_shows_the_keys_of_both_sides_and_the_shared_ones() -> None:
    explained = explain(record("Kim Yong Bok"), record("Pak Yong Bok"), MODEL)

    by_rule = {one.rule: one for one in explained.blocking}
    assert [one.rule for one in explained.blocking] == [rule.name for rule in MODEL.blocking]
    assert by_rule["name"].left == ("bok kim yong",)
    assert by_rule["name"].right == ("bok pak yong",)
    assert by_rule["name"].shared == ()
    assert by_rule["name"].meaning == "a whole name, its words in any order"


def test_a_key_that_too_many_records_have_brings_nobody_together() -> None:
    most = max(rule.most_records for rule in MODEL.blocking)
    crowd = [record("Kim Yong Bok") for _ in range(most + 1)]
    table = mention_table(crowd, NOWHERE)
    alone = explain(crowd[0], crowd[1], MODEL)

    counted = count_keys(table, MODEL, alone.blocking)
    explained = explain(crowd[0], crowd[1], MODEL, key_records=counted)

    assert set(counted.values()) == {most + 1}
    assert alone.rules
    assert explained.rules == ()
    assert candidate_pairs(table, MODEL).num_rows == 0
    assert "Too many records have" in explained.text


def test_a_crowd_of_texts_hides_no_record() -> None:
    pair = record("Kim Yong Bok"), text("Kim Yong Bok")
    crowd = [*pair, *(text("Kim Yong Bok", document=f"D-{one}") for one in range(500))]

    counted = count_keys(mention_table(crowd, NOWHERE), MODEL, explain(*pair, MODEL).blocking)

    assert set(counted.values()) == {1}


def test_two_texts_meet_by_a_whole_name_alone() -> None:
    left, right = text("Kim Yong Bok", document="D-1"), text("Yong Bok Kim", document="D-2")
    other = text("General Kim Yong Bok", document="D-3")

    assert explain(left, right, MODEL).rules == ("name",)
    assert explain(left, other, MODEL).rules == ()
    table = mention_table([left, right, other], NOWHERE)
    assert [(row["left"], row["right"]) for row in candidate_pairs(table, MODEL).to_pylist()] == [
        (0, 1)
    ]
