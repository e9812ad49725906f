"""Claims that mean one decision become one designation."""

from datetime import date
from random import Random

from decision_builders import edition, inputs, listing, record, told
from hypothesis import given
from hypothesis import strategies as st

from actors.records import DesignationStatus, PartialDate, SourceId
from actors.records.ids import minted
from resolution.designations import Designation, ResolvedMention, derive_decisions


def designations(*resolved: ResolvedMention, editions: tuple[date, ...] = ()) -> list[Designation]:
    documents = (edition(day) for day in editions)
    return list(derive_decisions(inputs(list(resolved), *documents)).designations)


def one(*resolved: ResolvedMention, editions: tuple[date, ...] = ()) -> Designation:
    (designation,) = designations(*resolved, editions=editions)
    return designation


def test_claims_of_one_authority_within_a_week_are_one_designation() -> None:
    left = record("a", listing(on="2024-12-16", programmes=("us-ofac:DPRK4",)), entity="E-1")
    right = record("b", listing(on="2024-12-20", programmes=("us-ofac:NPWMD",)), entity="E-1",
                   sequence=2)  # fmt: skip

    designation = one(left, right)

    assert designation.programmes == ("us-ofac:DPRK4", "us-ofac:NPWMD")
    assert designation.listed_on == PartialDate(2024, 12, 16)
    assert designation.evidence == (left.mention.id, right.mention.id)


def test_claims_more_than_a_week_apart_are_two() -> None:
    first = record("a", listing(on="2024-12-01"), entity="E-1")
    later = record("b", listing(on="2024-12-09"), entity="E-1", sequence=2)

    assert len(designations(first, later)) == 2


def test_two_authorities_make_two_designations() -> None:
    both = record("a", listing("us-ofac"), listing("us-state"))

    assert {made.authority for made in designations(both)} == {"us-ofac", "us-state"}


def test_an_undated_claim_joins_the_decision_made_before_its_record_was_seen() -> None:
    dated = record("a", listing(on="2024-12-16"), entity="E-1")
    undated = record("b", listing(on=None), entity="E-1", sequence=2)

    assert one(dated, undated).listed_on == PartialDate(2024, 12, 16)


def test_an_undated_claim_seen_long_before_stands_for_an_older_decision() -> None:
    dated = record("a", listing(on="2024-12-16"), entity="E-1")
    old = date(2022, 1, 31)
    undated = record("b", listing(on=None), entity="E-1", sequence=2, seen=(old, old))

    assert {made.listed_on for made in designations(dated, undated)} == {
        None,
        PartialDate(2024, 12, 16),
    }


def test_a_date_to_the_month_is_no_day() -> None:
    assert one(record("a", listing(on="2024-12"))).listed_on is None


def test_the_id_comes_from_the_mention_that_was_ingested_first() -> None:
    older = record("a", listing(), entity="E-1", sequence=3)
    newer = record("b", listing(), entity="E-1", sequence=9)

    assert one(newer, older).id == one(older).id == minted("G", older.mention.id, "us-ofac")


def test_a_record_that_states_two_decisions_founds_two_designations() -> None:
    twice = record("a", listing(on="2010-08-30"), listing(on="2024-12-16"))

    first, second = sorted(designations(twice), key=lambda made: str(made.listed_on))

    assert first.id == minted("G", twice.mention.id, "us-ofac")
    assert second.id != first.id


def test_a_complete_edition_without_the_record_delists_it() -> None:
    gone = record("a", listing(), seen=(date(2025, 1, 1), date(2025, 2, 1)))
    editions = (date(2025, 1, 1), date(2025, 2, 1), date(2025, 3, 1), date(2025, 4, 1))

    designation = one(gone, editions=editions)

    assert designation.status is DesignationStatus.DELISTED
    assert designation.ended_on == PartialDate(2025, 3, 1)


def test_an_extract_delists_nobody() -> None:
    listed = record("a", listing(), seen=(date(2025, 1, 1), date(2025, 1, 1)))
    extract = edition(date(2025, 3, 1), is_complete=False)

    (designation,) = derive_decisions(inputs([listed], extract)).designations

    assert designation.status is DesignationStatus.ACTIVE


def test_an_edition_of_another_list_delists_nobody() -> None:
    listed = record("a", listing(), seen=(date(2025, 1, 1), date(2025, 1, 1)))
    other = edition(date(2025, 3, 1), source=SourceId("un-sc"))

    (designation,) = derive_decisions(inputs([listed], other)).designations

    assert designation.status is DesignationStatus.ACTIVE


def test_one_record_left_on_its_list_keeps_the_designation_active() -> None:
    gone = record("a", listing(), entity="E-1", seen=(date(2025, 1, 1), date(2025, 1, 1)))
    kept = record("b", listing(), entity="E-1", sequence=2, source=SourceId("mirror"))

    assert one(gone, kept, editions=(date(2025, 3, 1),)).status is DesignationStatus.ACTIVE


def test_a_stated_end_that_has_passed_makes_it_expired() -> None:
    ended = listing(ended_on=PartialDate(2025, 1, 31))
    today = date(2025, 2, 1)
    listed = record("a", ended, seen=(today, today))

    assert one(listed, editions=(today,)).status is DesignationStatus.EXPIRED
    assert one(listed, editions=(date(2025, 1, 30),)).status is DesignationStatus.ACTIVE


def test_what_only_a_text_says_is_announced() -> None:
    said = told("D-text", "E-1")
    claim = listing(status=DesignationStatus.ANNOUNCED)
    announced = record("a", claim, entity="E-1")

    assert one(announced, said).status is DesignationStatus.ANNOUNCED


DAYS = st.sampled_from([None, "2024-12-01", "2024-12-05", "2024-12-09", "2024-12-16", "2024-12"])
RECORDS = st.lists(
    st.tuples(st.sampled_from(["E-1", "E-2"]), st.sampled_from(["us-ofac", "us-state"]), DAYS),
    min_size=1,
    max_size=8,
)


@given(RECORDS, st.randoms(use_true_random=False))
def test_the_order_of_the_input_is_no_matter(
    rows: list[tuple[str, str, str | None]],
    random: Random,
) -> None:
    resolved = [
        record(str(number), listing(authority, day), entity=entity, sequence=number)
        for number, (entity, authority, day) in enumerate(rows)
    ]
    shuffled = random.sample(resolved, len(resolved))

    decided = derive_decisions(inputs(resolved))

    assert decided == derive_decisions(inputs(shuffled))
    evidence = [mention for made in decided.designations for mention in made.evidence]
    assert sorted(evidence) == sorted(one.mention.id for one in resolved)
    assert len({made.id for made in decided.designations}) == len(decided.designations)
