"""Identity is a function of the cluster, and its events tell the whole story."""

from hypothesis import given
from hypothesis import strategies as st
from replaying import replay

from actors.records import IdentityEventType, MentionId, own_entity_id
from resolution.identity import IdentityChange, identify, identity_changes

MENTIONS = [MentionId(f"M-{number}") for number in range(8)]
SEQUENCE = {mention: number for number, mention in enumerate(MENTIONS)}


@st.composite
def partitions(draw: st.DrawFn) -> list[list[MentionId]]:
    """Any way to put the first so many mentions into clusters."""
    known = MENTIONS[: draw(st.integers(1, len(MENTIONS)))]
    labels = draw(st.lists(st.integers(0, 2), min_size=len(known), max_size=len(known)))
    clusters: dict[int, list[MentionId]] = {}
    for mention, label in zip(known, labels, strict=True):
        clusters.setdefault(label, []).append(mention)
    return list(clusters.values())


def test_the_first_ingested_mention_gives_the_entity_its_id() -> None:
    entities = identify([[MENTIONS[2], MENTIONS[1]]], SEQUENCE)

    assert entities == dict.fromkeys(MENTIONS[1:3], own_entity_id(MENTIONS[1]))


def test_a_merge_keeps_the_older_id_and_tells_the_absorbed_one() -> None:
    before = identify([[MENTIONS[0]], [MENTIONS[1]]], SEQUENCE)
    after = identify([[MENTIONS[0], MENTIONS[1]]], SEQUENCE)

    changes = identity_changes(before, after, SEQUENCE, ())

    kept, absorbed = own_entity_id(MENTIONS[0]), own_entity_id(MENTIONS[1])
    assert changes == [IdentityChange(IdentityEventType.MERGED, kept, (absorbed,), (kept,))]


def test_a_split_names_all_parts() -> None:
    before = identify([[MENTIONS[0], MENTIONS[1]]], SEQUENCE)
    after = identify([[MENTIONS[0]], [MENTIONS[1]]], SEQUENCE)

    [change] = identity_changes(before, after, SEQUENCE, ())

    assert change.type is IdentityEventType.SPLIT
    assert set(change.after) == {own_entity_id(MENTIONS[0]), own_entity_id(MENTIONS[1])}


def test_what_stays_as_it_is_makes_no_event() -> None:
    entities = identify([MENTIONS[:3], MENTIONS[3:]], SEQUENCE)

    assert identity_changes(entities, entities, SEQUENCE, MENTIONS) == []


def test_an_id_absorbed_earlier_follows_its_mention_out_of_a_split() -> None:
    """It led to the survivor by the events, and to the part by the graph."""
    first, second, third = MENTIONS[:3]
    events: list[IdentityChange] = []
    before: dict[MentionId, str] = {}
    for clusters in (
        [[first, second], [third]],
        [[first, second, third]],
        [[first], [second, third]],
    ):
        after = identify(clusters, SEQUENCE)
        events += identity_changes(before, after, SEQUENCE, [first, third])
        before = dict(after)

    assert replay(events)[own_entity_id(third)] == own_entity_id(second)


@given(st.lists(partitions(), min_size=1, max_size=5))
def test_replayed_events_give_the_present_ids_and_answer_every_id_ever_served(
    history: list[list[list[MentionId]]],
) -> None:
    events: list[IdentityChange] = []
    served: set[str] = set()
    before: dict[MentionId, str] = {}
    for clusters in history:
        grown = clusters + [[gone] for gone in before if not any(gone in one for one in clusters)]
        after = identify(grown, SEQUENCE)
        founders = [mention for mention in MENTIONS if own_entity_id(mention) in served]
        events += identity_changes(before, after, SEQUENCE, founders)
        served |= set(after.values())
        before = dict(after)

    leads = replay(events)

    assert set(before.values()) <= {entity for entity in leads if leads[entity] == entity}
    own = {own_entity_id(mention): mention for mention in before}
    for entity in served:
        assert leads[entity] == before[own[entity]]
