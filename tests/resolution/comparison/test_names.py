"""What two names leave over, and how little what they share may say."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mention_builders import features, record

from actors.records import DesignationClaim, EntityKind, Mention
from resolution.comparison.telling import is_patronymic
from resolution.table import mention_table

ORGANIZATION = EntityKind.ORGANIZATION
names = st.lists(
    st.text(st.characters(codec="utf-8", categories=["L", "Nd"]), min_size=1, max_size=8)
    | st.sampled_from(["Kim", "al-Hassan", "김영복", "Иван", "Sergeyevich", "Co.", "GmbH"]),
    min_size=1,
    max_size=5,
).map(" ".join)


def under(mention: Mention, programme: str) -> Mention:
    claim = DesignationClaim("some-authority", programmes=(programme,))
    return dataclasses.replace(mention, designations=(claim,))


@given(names, st.sampled_from(EntityKind))
def test_the_kind_of_an_actor_changes_nothing_in_how_its_name_folds(
    name: str, kind: EntityKind
) -> None:
    known, unknown = (
        mention_table([record(name, kind=one, record_id="1")], {}).column("names").to_pylist()
        for one in (kind, EntityKind.UNKNOWN)
    )

    assert known == unknown


@given(names, names)
def test_names_of_persons_compare_alike_from_both_sides(left: str, right: str) -> None:
    one, other = record(left), record(right, source="list-b")

    assert features(one, other) == features(other, one)


@given(names)
def test_a_name_leaves_nothing_over_beside_itself(name: str) -> None:
    found = features(record(name), record(name, source="list-b"))

    assert not {"name_clash", "person_name_extra"} & found.keys()


def test_a_brother_clashes_however_many_names_the_family_shares() -> None:
    one, other = "Omar Barzan Ibrahim Hassan", "Saja Barzan Ibrahim Hassan"

    assert features(record(one), record(other))["name_clash"] == pytest.approx(1.0)


def test_common_words_prove_less_than_rare_ones() -> None:
    common = features(record("Ali Kim"), record("Kim Ali"))
    rare = features(record("Ostap Vostrikov"), record("Vostrikov Ostap"))

    assert common["name_common"] > 0.3
    assert "name_common" not in rare


def test_a_patronymic_left_out_weighs_less_than_another_name() -> None:
    short = record("Ostap Vostrikov")
    patronymic, other = (record(f"Ostap {word} Vostrikov") for word in ("Zenonovich", "Zelimkhan"))

    left_out, left_over = (features(short, one)["person_name_extra"] for one in (patronymic, other))

    assert left_out < 0.5 * left_over
    assert is_patronymic("ibragimovna")


def test_headings_tell_bodies_of_one_name_apart() -> None:
    syrian = under(record("Ministry of Defence", kind=ORGANIZATION), "gb-hmt:Syria")
    burmese = record("Ministry of Defence of Myanmar", kind=ORGANIZATION, source="list-b")

    assert features(syrian, burmese)["regime_different"] == 1.0
    assert "regime_different" not in features(syrian, under(burmese, "ca-gac:Syria"))


def test_a_persons_name_tells_no_country() -> None:
    found = features(record("Jordan Vostrikov"), under(record("Jordan Vostrikov"), "us-ofac:SYRIA"))

    assert "regime_different" not in found


def test_two_records_of_one_list_are_marked_and_texts_are_not() -> None:
    assert features(record("Omega"), record("Omega"))["list_same"] == 1.0
    assert "list_same" not in features(record("Omega"), record("Omega", source="list-b"))
