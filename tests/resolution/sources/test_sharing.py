"""A number that several records of one list carry proves the less, the more they are."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st
from mention_builders import features, record

from actors.records import Mention
from resolution.sources.sharing import with_shared_numbers

NUMBER = "registration=7712345"
mentions = st.lists(
    st.builds(
        lambda numbers: record("Omega", numbers=numbers),
        st.sets(st.sampled_from(["tax-id=77123", "passport=A55555", "email=x@y.zz", "imo=1"])),
    ),
    max_size=5,
)


def test_each_record_names_the_numbers_that_others_carry_too() -> None:
    agent, other, alone = with_shared_numbers(
        [
            record("Omega", numbers=[NUMBER, "tax-id=99887766"]),
            record("Delta", numbers=[NUMBER]),
            record("Sigma", numbers=["tax-id=11223344", "cited-registration=7712345"]),
        ]
    )

    assert agent.properties["sharedNumber"] == ("2 registration:7712345",)
    assert other.properties["sharedNumber"] == ("2 registration:7712345",)
    assert "sharedNumber" not in alone.properties


def test_what_anyone_shares_and_a_lists_own_numbers_are_not_counted() -> None:
    numbers = ["email=x@omega.example", "gb-hmt-group=12345", "passport=PS"]

    marked = with_shared_numbers([record("Omega", numbers=numbers) for _ in range(2)])

    assert not any(one.properties for one in marked)


def test_what_an_edition_said_of_sharing_is_counted_anew() -> None:
    formerly = dataclasses.replace(
        record("Omega", numbers=[NUMBER]), properties={"sharedNumber": ("9 registration:7712345",)}
    )

    [alone] = with_shared_numbers([formerly])

    assert not alone.properties


def test_the_more_records_carry_a_number_the_less_it_proves() -> None:
    other = record("Delta", numbers=[NUMBER], source="list-b")

    proofs = [
        features(
            with_shared_numbers([record("Omega", numbers=[NUMBER]) for _ in range(bearers)])[0],
            other,
        )["identifier_same"]
        for bearers in (1, 2, 3, 10)
    ]

    assert proofs == [1.0, 0.25, round(1 / 9, 9), 0.01]


def test_a_number_of_ones_own_speaks_beside_a_shared_one() -> None:
    shared, *_ = with_shared_numbers(
        [record("Omega", numbers=[NUMBER, "imo=9187629"]), record("A", numbers=[NUMBER])]
    )

    found = features(shared, record("Delta", numbers=[NUMBER, "imo=9187629"], source="list-b"))

    assert found["identifier_same"] == found["identifier_for_life"] == 1.0


@given(mentions)
def test_marking_twice_is_marking_once(some: list[Mention]) -> None:
    once = with_shared_numbers(some)

    assert with_shared_numbers(once) == once
