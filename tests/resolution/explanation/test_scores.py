"""Explanations: they add up, they agree with a run, and a person can read them."""

import math
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mention_builders import record, text

from actors.records import DocumentId, EntityKind, Mention, Name, NameType
from resolution.comparison import compare
from resolution.explanation import PRIOR, explain
from resolution.explanation.wording import feature_meaning
from resolution.model import shipped_model
from resolution.scoring import score
from resolution.table import mention_table

MODEL = shipped_model()
NAMES = ["Kim Yong Chol", "Kim Yong Chul", "김영철", "Golden Star Bank", "GSB", "Star Bank London"]
records = st.builds(
    record,
    st.sampled_from(NAMES),
    st.builds(Name, st.sampled_from(NAMES), st.sampled_from(NameType)),
    born=st.sampled_from(["", "1968", "1968-04-12", "1968-12-04", "1971-01-03 1968"]),
    countries=st.sampled_from([(), ("kp",), ("ru", "kp")]),
    numbers=st.sampled_from(
        [(), ("imo=9187629",), ("imo=1000019", "passport=PS-472"), ("cited-passport=PS-472",)]
    ),
    kind=st.sampled_from(EntityKind),
    listed=st.sampled_from(["", "2024-12-16"]),
    gender=st.sampled_from(["", "male", "female"]),
)
mentions = records | st.builds(text, st.sampled_from(NAMES), kind=st.sampled_from(EntityKind))


@settings(max_examples=100)
@given(mentions, mentions)
def test_the_weights_of_all_features_add_up_to_the_log_odds_of_the_score(
    left: Mention, right: Mention
) -> None:
    days = {DocumentId("D-text"): date(2024, 12, 17)}

    explained = explain(left, right, MODEL, days)

    total = sum(feature.weight for feature in explained.features)
    assert abs(total - explained.log_odds) < 1e-9
    assert abs(1 / (1 + math.exp(-total)) - explained.score) < 1e-9
    assert all(one.meaning for one in explained.features)
    table = mention_table([left, right], days)
    run = score(compare(table, np.array([0]), np.array([1]), MODEL.words), MODEL)
    assert explained.score == run[0]


def test_an_explanation_says_what_counted_in_words() -> None:
    left = record("KIM, Yong-bok", born="1968-04-12", countries=["kp"])
    right = record("김영복", born="1968")

    explained = explain(left, right, MODEL)

    assert "one actor with a probability of" in explained.text
    assert "the birth year is the same (1968-04-12 / 1968" in explained.text
    assert "KIM, Yong-bok / 김영복" in explained.text
    assert "Only one side states countries." in explained.text
    assert "name" in explained.rules


@pytest.mark.parametrize("born", ["1978-04-12", "1969-04-12", "1968-12-04", "1968-04-13"])
def test_full_birth_dates_that_differ_never_argue_for_a_match(born: str) -> None:
    """Two of one name born ten years apart to the day were one actor with 99 %.

    The ten years passed for a slip, and slips spoke for a match.
    """
    other = record("Orla Vane", born="1968-04-12")

    differs = explain(record("Orla Vane", born=born), other, MODEL).score

    assert differs < explain(record("Orla Vane"), other, MODEL).score
    assert (differs < 0.01) is (born == "1978-04-12")


def test_a_ship_keeps_its_number_under_another_name_and_flag() -> None:
    """A renamed ship stood at 60 %, below the threshold: the names outweighed its IMO number."""
    ship = EntityKind.VESSEL
    old = record("Golden Star", kind=ship, countries=["kp"], numbers=["imo=9187629"])
    new = record("Zulu Tango", kind=ship, countries=["tz"], numbers=["imo=9187629"])
    owner = record("Tango Shipping", kind=EntityKind.ORGANIZATION, numbers=["imo=9187629"])

    assert explain(old, new, MODEL).score > MODEL.thresholds.merge
    assert explain(old, owner, MODEL).score < MODEL.thresholds.merge


def test_a_side_that_says_nothing_has_no_similarity() -> None:
    explained = explain(record("A B", born="1968"), record("A B"), MODEL)

    before, silent = [one for one in explained.features if one.similarity is None]
    assert (before.name, before.weight) == (PRIOR, MODEL.bias)
    assert (silent.left, silent.right, silent.weight) == ("1968", None, 0.0)
    assert silent.meaning == "only one side states birth dates"


def test_a_field_both_state_and_that_settles_nothing_is_shown() -> None:
    left, right = (record("A B", numbers=[f"passport=PS-{one}"]) for one in ("11111", "22222"))

    [numbers] = [
        one for one in explain(left, right, MODEL).features if one.name.startswith("identifier")
    ]

    assert (numbers.left, numbers.right) == ("passport PS-11111", "passport PS-22222")
    assert (numbers.similarity, numbers.weight) == (0.0, 0.0)


def test_common_words_are_called_common_and_none_rare() -> None:
    """Two men both called Kim were said to share rare words."""
    common = max(MODEL.words.counts, key=lambda word: MODEL.words.counts[word])
    left, right = record(f"{common} Vostrikov"), record(f"{common} Vostrikov Petrov")

    explained = explain(left, right, MODEL)

    assert f"they share the words {common} and vostrikov, of which {common} is common" in (
        explained.text
    )
    assert "rare" not in explained.text


def test_common_words_that_speak_against_a_match_say_why() -> None:
    common = sorted(MODEL.words.counts, key=lambda word: -MODEL.words.counts[word])[:2]
    pair = record(" ".join(common), source="one"), record(" ".join(common), source="other")

    [against] = [one for one in explain(*pair, MODEL).features if one.name == "name_common"]

    assert against.weight < 0
    assert against.meaning.endswith("both of them common, which proves little")


def test_two_records_of_one_list_name_the_list() -> None:
    explained = explain(record("A B", source="one"), record("A B", source="one"), MODEL)

    [kept] = [one for one in explained.features if one.name == "list_same"]
    assert (kept.left, kept.right, kept.meaning) == (
        "one",
        "one",
        "one list keeps them as two records",
    )


def test_each_feature_of_the_shipped_model_has_words_of_its_own() -> None:
    plain = {one.name.replace("_", " ") for one in MODEL.features}

    assert plain.isdisjoint(feature_meaning(one.name) for one in MODEL.features)


def test_strangers_share_no_key_and_the_text_says_so() -> None:
    explained = explain(record("Omega"), record("Zulu Tango"), MODEL)

    assert explained.rules == ()
    assert "a run would not compare them" in explained.text


@pytest.mark.parametrize(("published", "is_then"), [(date(2024, 12, 17), True), (None, False)])
def test_the_days_of_documents_count_where_they_are_given(
    published: date | None,
    is_then: bool,
) -> None:
    listed = record("Kim Yong Bok", listed="2024-12-16")

    explained = explain(listed, text("Kim Yong Bok"), MODEL, {DocumentId("D-text"): published})

    assert any(one.name == "announced_then" and one.weight for one in explained.features) is is_then
