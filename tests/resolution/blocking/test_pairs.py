"""Candidate pairs: who is compared, under which rules, and what a change touches."""

from dataclasses import replace
from itertools import combinations

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st
from mention_builders import record, text

from actors.records import Mention
from resolution.blocking import block_keys, candidate_pairs, shared_rules
from resolution.blocking.pairs import candidates_since
from resolution.model import BlockingRule, shipped_model
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


@settings(max_examples=50)
@given(mentions, st.sets(st.integers(0, 11)))
def test_pairs_of_changed_mentions_are_those_of_all_that_touch_them(
    some: list[Mention], changed: set[int]
) -> None:
    table = mention_table(some, {})
    changed &= set(range(len(some)))

    touching = [
        pair for pair in _pairs(table) if pair["left"] in changed or pair["right"] in changed
    ]

    assert _pairs(table, changed) == touching


@settings(max_examples=100)
@given(mentions, st.sets(st.integers(0, 11)), mentions)
def test_candidates_are_the_pairs_under_keys_that_few_records_share(
    some: list[Mention], changed: set[int], former: list[Mention]
) -> None:
    model = shipped_model()
    few = tuple(replace(rule, most_records=2) for rule in model.blocking)
    table, before = mention_table(some, {}), mention_table(former, {})
    changed &= set(range(len(some)))

    found = candidates_since(table, replace(model, blocking=few), changed, before)

    told = {
        (row["left"], row["right"]): (row["rules"], is_new)
        for row, is_new in zip(found.pairs.to_pylist(), found.is_new.tolist(), strict=True)
    }
    assert told == _plainly(table, before, changed, few)
    assert list(told) == sorted(told)


def _plainly(
    table: pa.Table, before: pa.Table, changed: set[int], rules: tuple[BlockingRule, ...]
) -> dict[tuple[int, int], tuple[list[str], bool]]:
    """Ask each pair of rows for each key."""
    rows, former = (block_keys(one, rules).to_pylist() for one in (table, before))
    met: dict[tuple[int, int], list[tuple[int, bool]]] = {}
    for one, other in combinations(rows, 2):
        rule = one["rule"]
        if (rule, one["key"]) != (other["rule"], other["key"]):
            continue
        if one["is_text"] and other["is_text"] and rules[rule].name != "name":
            continue
        here = [r for r in rows if (r["rule"], r["key"]) == (rule, one["key"]) and not r["is_text"]]
        then = [r for r in former if (r["rule"], r["key"]) == (rule, one["key"])]
        stood = [r for r in here if r["position"] not in changed]
        stood += [r for r in then if not r["is_text"]]
        if len(here) <= rules[rule].most_records:
            pair = (
                min(one["position"], other["position"]),
                max(one["position"], other["position"]),
            )
            met.setdefault(pair, []).append((rule, len(stood) > rules[rule].most_records))
    return {
        pair: (
            [rules[rule].name for rule in sorted({rule for rule, _ in under})],
            bool(changed & set(pair)) or all(was_crowded for _, was_crowded in under),
        )
        for pair, under in met.items()
    }


@settings(max_examples=50)
@given(mentions)
def test_shared_rules_of_two_mentions_are_those_that_paired_them(some: list[Mention]) -> None:
    table = mention_table(some, {})

    for pair in _pairs(table):
        rows = (table.slice(pair[side], 1) for side in ("left", "right"))
        assert set(pair["rules"]) <= set(shared_rules(*rows, shipped_model()))  # type: ignore[call-overload]
