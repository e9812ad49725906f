"""Actions, the texts that report them, and the counts that these make."""

from datetime import date

import pytest
from decision_builders import counting, inputs, listing, record, text, told

from actors.records import CountClaim, DocumentId
from resolution.designations import Action, Decisions, ResolvedMention, Tally, derive_decisions

TREASURY = [record(f"t{n}", listing(), entity=f"E-t{n}", sequence=n) for n in range(16)]
STATE = [record(f"s{n}", listing("us-state"), entity=f"E-s{n}", sequence=100 + n) for n in range(3)]
PERSONS = (*(f"E-t{n}" for n in range(9)), "E-s0", "E-s1")
BOTH = counting("eleven individuals and eight entities", persons=11, organizations=8)
TREASURYS = counting("nine individuals and seven entities", persons=9, organizations=7)


def decided(
    *mentions: ResolvedMention, day: date = date(2024, 12, 17), **claims: tuple[CountClaim, ...]
) -> Decisions:
    """The announcement of December 2024, and texts about it, each with its counts."""
    documents = [
        text(name, day) for name in {one.mention.document for one in mentions} | set(claims)
    ]
    resolved = [*TREASURY, *STATE, *mentions]
    return derive_decisions(inputs(resolved, *documents, persons=PERSONS, claims=claims))


def action(decisions: Decisions) -> Action:
    (found,) = decisions.actions
    return found


def test_what_a_countrys_authorities_list_on_one_day_is_one_action() -> None:
    announcement = action(decided())

    assert announcement.id == "action:us:2024-12-16"
    assert announcement.total == Tally(persons=11, organizations=8)
    assert announcement.tallies == {
        "us-ofac": Tally(persons=9, organizations=7),
        "us-state": Tally(persons=2, organizations=1),
    }
    assert announcement.title == (
        "United States, 16 December 2024: 11 persons and 8 organizations designated"
    )


def test_an_authority_without_country_acts_for_the_united_nations() -> None:
    listed = record("a", listing("un-sc"))

    assert action(derive_decisions(inputs([listed]))).id == "action:un:2024-12-16"


def test_a_designation_without_a_day_is_part_of_no_action() -> None:
    assert derive_decisions(inputs([record("a", listing(on=None))])).actions == ()


def test_an_actor_designated_twice_counts_once_in_the_total() -> None:
    twice = record("a", listing("us-ofac"), listing("us-state"))

    announcement = action(derive_decisions(inputs([twice])))

    assert announcement.total == Tally(organizations=1)
    assert "twice" in announcement.explanation


def test_both_counts_of_one_announcement_hold_each_in_its_scope() -> None:
    announcement = action(
        decided(
            *(told("one", f"E-s{n}", at=n) for n in range(3)),
            *(told("two", f"E-t{n}", at=n) for n in range(3)),
            one=(BOTH,),
            two=(TREASURYS,),
        )
    )

    scopes = {claim.claim.persons: claim.authorities for claim in announcement.claims}
    assert scopes == {11: ("us-ofac", "us-state"), 9: ("us-ofac",)}
    assert announcement.is_consistent
    assert all(claim.is_explained for claim in announcement.claims)
    assert "“nine individuals and seven entities” counts only those of OFAC" in (
        announcement.explanation
    )


def test_a_count_that_fits_nothing_is_not_explained() -> None:
    wrong = counting("ninety individuals", persons=90)

    announcement = action(decided(told("one", "E-t1"), one=(wrong,)))

    (claim,) = announcement.claims
    assert not claim.is_explained
    assert claim.authorities == ()
    assert not announcement.is_consistent
    assert "counts something else" in announcement.explanation


def test_a_count_of_actors_of_any_kind_is_held_against_all_of_them() -> None:
    three = counting("three more entities", actors=3)

    (claim,) = action(decided(told("one", "E-t1"), one=(three,))).claims

    assert claim.authorities == ("us-state",)


def test_a_count_may_be_of_one_programme() -> None:
    fuel = [
        record(f"f{n}", listing(programmes=("us-ofac:FUEL",)), entity=f"E-f{n}", sequence=200 + n)
        for n in range(4)
    ]
    documents = text("one")
    claims = {"one": (counting("four firms", organizations=4),)}
    resolved = [*TREASURY, *fuel, told("one", "E-f1")]

    decisions = derive_decisions(inputs(resolved, documents, persons=PERSONS, claims=claims))

    (claim,) = action(decisions).claims
    assert (claim.authorities, claim.programmes) == (("us-ofac",), ("us-ofac:FUEL",))


def test_a_text_that_reports_gives_evidence_for_those_it_names() -> None:
    mention, other = told("one", "E-t1", at=1), told("one", "E-elsewhere", at=2)
    decisions = decided(mention, told("one", "E-t2", at=3), other)

    evidence = {one.entity: one.evidence for one in decisions.designations}

    assert evidence["E-t1"] == (TREASURY[1].mention.id, mention.mention.id)
    assert all(other.mention.id not in found for found in evidence.values())


@pytest.mark.parametrize(
    ("day", "reports"),
    [
        (date(2024, 12, 15), False),
        (date(2024, 12, 16), True),
        (date(2024, 12, 23), True),
        (date(2024, 12, 24), False),
    ],
)
def test_a_text_reports_what_happened_in_the_week_before_it(day: date, *, reports: bool) -> None:
    mentions = [told("one", "E-t1", at=1), told("one", "E-t2", at=2)]

    assert action(decided(*mentions, day=day)).documents == (("one",) if reports else ())


def test_naming_one_of_many_reports_nothing_unless_the_text_counts_too() -> None:
    once = told("one", "E-t1")

    assert action(decided(once)).documents == ()
    assert action(decided(once, one=(BOTH,))).documents == ("one",)


def test_a_text_reports_the_action_whose_actors_it_names_most() -> None:
    earlier = [
        record(f"e{n}", listing(on="2024-12-12"), entity=f"E-e{n}", sequence=300 + n)
        for n in range(3)
    ]
    mentions = [told("one", "E-e0", at=1), told("one", "E-e1", at=2), told("one", "E-t0", at=3)]

    actions = {one.day: one.documents for one in decided(*earlier, *mentions).actions}

    assert actions == {date(2024, 12, 12): ("one",), date(2024, 12, 16): ()}


def test_a_count_in_a_text_that_reports_nothing_is_about_no_action() -> None:
    (claim,) = decided(one=(BOTH,)).unplaced

    assert claim.document == DocumentId("one")
    assert not claim.is_explained
    assert "nothing to hold the count against" in claim.note


def test_many_authorities_are_tried_in_bounded_time() -> None:
    many = [
        record(f"m{n}", listing(f"us-agency-{n:02}"), entity=f"E-m{n}", sequence=n)
        for n in range(40)
    ]
    claims = {"one": (counting("forty", organizations=40), counting("ninety", organizations=90))}
    countries = [*many, told("one", "E-m1"), told("one", "E-m2", at=2)]

    decisions = derive_decisions(inputs(countries, text("one"), claims=claims))

    whole, none = action(decisions).claims
    assert len(whole.authorities) == 40
    assert not none.is_explained


def test_what_was_derived_before_is_part_of_its_action_as_it_stands() -> None:
    before = derive_decisions(inputs(TREASURY)).designations

    again = derive_decisions(inputs(STATE, persons=PERSONS), {date(2024, 12, 16): before})

    assert {one.entity for one in again.designations} == {one.entity for one in STATE}
    assert action(again).total.total == len(TREASURY) + len(STATE)
    assert again.untouched == frozenset()


@pytest.mark.parametrize(
    ("texts_day", "former_days", "actions"),
    [
        (None, [], ["action:us:2024-12-16"]),
        (None, [date(2023, 6, 1)], ["action:us:2023-06-01", "action:us:2024-12-16"]),
        (date(2023, 6, 8), [], ["action:us:2023-06-01", "action:us:2024-12-16"]),
        (date(2023, 6, 9), [], ["action:us:2024-12-16"]),
    ],
)
def test_only_actions_of_days_that_something_concerns_are_derived_again(
    texts_day: date | None, former_days: list[date], actions: list[str]
) -> None:
    earlier = derive_decisions(inputs([record("a", listing(on="2023-06-01"))])).designations
    named = [told("D-news", "E-s0")] if texts_day else []
    documents = [text("D-news", texts_day)] if texts_day else []

    found = derive_decisions(
        inputs([*STATE, *named], *documents), {date(2023, 6, 1): earlier}, former_days
    )

    assert sorted(one.id for one in found.actions) == actions
    assert found.untouched == frozenset({date(2023, 6, 1)} if len(actions) == 1 else ())
