"""The shipped model on the real lists, without a database: judged pairs, traps, its training."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from mention_builders import record

from actors.records import EntityKind, Mention
from resolution.blocking import candidate_pairs
from resolution.clustering import cluster
from resolution.comparison import compare
from resolution.evaluation import Evaluation, evaluate, read_judgements
from resolution.explanation import explain
from resolution.learning import TrainingSettings, catalogue_records, gathered_labels, train
from resolution.model import shipped_model
from resolution.model.document import as_json
from resolution.scoring import score
from resolution.table import mention_table

pytestmark = pytest.mark.real_data

MODEL = shipped_model()


@pytest.fixture(scope="module")
def records(real_data: Path) -> list[Mention]:
    return catalogue_records(real_data / "catalogue.toml")


@pytest.fixture(scope="module")
def entities(records: Sequence[Mention]) -> Mapping[str, int]:
    table = mention_table(records, {})
    pairs = candidate_pairs(table, MODEL)
    left, right = (pairs.column(side).to_numpy() for side in ("left", "right"))
    scores = score(compare(table, left, right, MODEL.words), MODEL)
    found = cluster(table, pairs, scores, threshold=MODEL.thresholds.merge).assignments
    clusters = found.sort_by("position").column("cluster").to_pylist()
    return dict(zip((one.id for one in records), clusters, strict=True))


@pytest.fixture(scope="module")
def by_number(records: Sequence[Mention]) -> Mapping[str, Mention]:
    """The records by list and number, as `us-ofac-sdn:12215`."""
    return {f"{one.source}:{one.record_id}": one for one in records}


def held_against(file: Path, records: Sequence[Mention], entities: Mapping[str, int]) -> Evaluation:
    return evaluate(read_judgements(file), records, entities)


def test_judged_pairs_are_merged_and_strangers_are_not(
    real_data: Path, records: Sequence[Mention], entities: Mapping[str, int]
) -> None:
    found = held_against(real_data / "truth" / "cross_list_judgements.csv", records, entities)

    groups = {one.group: one for one in found.groups}
    across, within = groups["across lists"], groups["within one list"]
    assert across.same_merged >= 0.98 * across.same
    assert across.different_merged <= 0.05 * across.different
    assert within.different_merged == 0


def test_references_are_followed_where_they_are_right_and_only_there(
    real_data: Path, records: Sequence[Mention], entities: Mapping[str, int]
) -> None:
    """UK groups 13355, 13484, 13485 and 13537 all cite one number; it is none of theirs."""
    found = held_against(real_data / "truth" / "un_uk_2018.csv", records, entities)

    groups = {one.group: one for one in found.groups}
    assert groups["status same"].same_merged >= 0.99 * groups["status same"].same
    assert groups["status wrong_reference"].different == 11
    assert groups["status wrong_reference"].different_merged == 0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("us-ofac-sdn:12215", "us-ofac-sdn:52293"),
        ("us-ofac-sdn:12211", "us-ofac-sdn:17614"),
        ("gb-hmt:12691", "ca-sema:mm-part-1-90"),
        ("gb-hmt:12421", "ca-sema:sy-part-2-81"),
        ("us-ofac-sdn:21908", "ca-sema:hamas-terrorist-attacks-part-1-15"),
    ],
    ids=[
        "the bureau and its academy",
        "two men called KIM, Yong Chol",
        "ministries of defence of two countries",
        "two men called Mohammad al-Shaar",
        "a short common name inside a longer one",
    ],
)
def test_actors_alike_in_name_stay_two(
    by_number: Mapping[str, Mention], entities: Mapping[str, int], left: str, right: str
) -> None:
    assert entities[by_number[left].id] != entities[by_number[right].id]


def test_two_men_of_one_name_born_sixteen_years_apart_are_no_near_miss(
    by_number: Mapping[str, Mention],
) -> None:
    """They were held apart by the rule on records of one list alone, at .70 against .76."""
    former, later = (by_number[f"us-ofac-sdn:{number}"] for number in ("12211", "17614"))

    assert explain(former, later, MODEL).score < 0.1


@pytest.mark.parametrize(
    ("spelling", "number"),
    [
        ("Lee Chang Ho", "51330"),
        ("Li Chang-ho", "51330"),
        ("리창호", "51330"),
        ("No Kwang Chol", "52116"),
        ("Roh Gwang-cheol", "52116"),
    ],
)
def test_a_spelling_finds_its_record(
    by_number: Mapping[str, Mention], spelling: str, number: str
) -> None:
    bare = record(spelling, kind=EntityKind.UNKNOWN, source="press")

    assert explain(bare, by_number[f"us-ofac-sdn:{number}"], MODEL).score >= MODEL.thresholds.merge


def test_the_shipped_model_is_what_its_labels_teach(
    real_data: Path, records: Sequence[Mention]
) -> None:
    labels = gathered_labels(
        [real_data / "truth" / "cross_list_judgements.csv"], records, with_shipped=True
    )

    again = train(labels.judged, labels.mentions, settings=TrainingSettings(origin=labels.origin))

    assert as_json(again) == as_json(MODEL)
