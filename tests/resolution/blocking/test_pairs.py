"""Candidate pairs: who is compared, under which rules, and what a change touches."""

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st
from mention_builders import record, text

from actors.records import Mention
from resolution.blocking import candidate_pairs, shared_rules
from resolution.model import shipped_model
from resolution.table import mention_table

WORDS = ["kim", "ri", "yong", "chol", "bok", "ali", "hassan", "bank", "trading", "star", "omega"]
mentions = st.lists(
    st.builds(
        lambda words, born, is_text: (
            text(" ".join(words)) if is_text else record(" ".join(words), born=born)
        ),
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=4),
        st.sampled_from(["", "1968", "1968-04-12", "1970-01-02"]),
        st.booleans(),
    ),
    max_size=12,
)


def _pairs(table: pa.Table, changed: set[int] | None = None) -> list[dict[str, object]]:
    return candidate_pairs(table, shipped_model(), changed=changed).to_pylist()


def test_spellings_of_one_name_meet() -> None:
    table = mention_table(
        [
            record("Ri Chang Ho"),
            record("LEE, Chang-ho"),
            record("Chang Ho Yi"),
            record("리창호"),
            record("Muammar Qadhafi"),
            record("Moammar Gaddafi"),
        ],
        {},
    )

    met = {(pair["left"], pair["right"]) for pair in _pairs(table)}

    assert met >= {(0, 1), (0, 2), (1, 3), (4, 5)}
    assert (0, 4) not in met


def test_a_pair_stands_once_with_all_its_rules_in_order() -> None:
    table = mention_table([record("Kim Yong Bok", born="1968-04-12") for _ in range(2)], {})

    (pair,) = _pairs(table)

    assert (pair["left"], pair["right"]) == (0, 1)
    assert {"name", "birth_day", "korean"} <= set(pair["rules"])  # type: ignore[call-overload]
    assert len(set(pair["rules"])) == len(pair["rules"])  # type: ignore[call-overload,arg-type]


def test_many_texts_do_not_push_a_name_over_the_limit() -> None:
    texts = [text("Viktor Bout", document=f"D-{number}") for number in range(150)]
    table = mention_table([record("Viktor Bout"), *texts], {})

    met = {(pair["left"], pair["right"]) for pair in _pairs(table)}

    assert met >= {(0, position) for position in range(1, 151)}


def test_a_key_that_too_many_records_share_brings_no_pairs() -> None:
    table = mention_table([record(f"Ali {chr(97 + n)}{chr(100 + n)}q") for n in range(25)], {})

    assert not [pair for pair in _pairs(table) if "token" in pair["rules"]]  # type: ignore[operator]


@settings(max_examples=25)  # each example opens a DuckDB
@given(mentions, st.sets(st.integers(0, 11)))
def test_pairs_of_changed_mentions_are_those_of_all_that_touch_them(
    some: list[Mention], changed: set[int]
) -> None:
    table = mention_table(some, {})

    touching = [
        pair for pair in _pairs(table) if pair["left"] in changed or pair["right"] in changed
    ]

    assert _pairs(table, changed) == touching


@settings(max_examples=25)  # each example opens a DuckDB
@given(mentions)
def test_shared_rules_of_two_mentions_are_those_that_paired_them(some: list[Mention]) -> None:
    table = mention_table(some, {})

    for pair in _pairs(table):
        rows = (table.slice(pair[side], 1) for side in ("left", "right"))
        assert set(pair["rules"]) <= set(shared_rules(*rows, shipped_model()))  # type: ignore[call-overload]
