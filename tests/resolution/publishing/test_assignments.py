"""What changes together is written together; what does not change is not written."""

from hypothesis import given
from hypothesis import strategies as st

from actors.records import EntityId, MentionId, own_entity_id
from resolution.identity import identify, identity_changes
from resolution.publishing.groups import GROUP_MENTIONS, Assignment, Group, batched, grouped

MENTIONS = [MentionId(f"M-{number}") for number in range(7)]
SEQUENCE = {mention: number for number, mention in enumerate(MENTIONS)}
OWN = {mention: own_entity_id(mention) for mention in MENTIONS}

partitions = st.lists(st.integers(0, 3), min_size=len(MENTIONS), max_size=len(MENTIONS))


def assigned(labels: list[int]) -> dict[MentionId, EntityId]:
    clusters: dict[int, list[MentionId]] = {}
    for mention, label in zip(MENTIONS, labels, strict=True):
        clusters.setdefault(label, []).append(mention)
    return identify(clusters.values(), SEQUENCE)


def groups_between(
    before: dict[MentionId, EntityId], after: dict[MentionId, EntityId]
) -> list[Group]:
    return grouped(
        {mention: (entity, 1.0) for mention, entity in before.items()},
        Assignment(after, dict.fromkeys(after, 1.0), OWN),
        {
            entity: {"id": entity, "contentHash": _content(entity, after)}
            for entity in after.values()
        },
        {entity: _content(entity, before) for entity in before.values()},
        identity_changes(before, after, SEQUENCE, MENTIONS),
    )


def _content(entity: EntityId, assignment: dict[MentionId, EntityId]) -> str:
    return repr(sorted(mention for mention, own in assignment.items() if own == entity))


@given(partitions, partitions)
def test_groups_hold_all_that_changes_and_share_no_entity(
    earlier: list[int], later: list[int]
) -> None:
    before, after = assigned(earlier), assigned(later)

    groups = groups_between(before, after)

    moved = {row["mention"]: row["entity"] for group in groups for row in group.mentions}
    assert moved == {key: own for key, own in after.items() if before[key] != own}
    touched = [
        {before[row["mention"]] for row in group.mentions}
        | {row["entity"] for row in group.mentions}
        | {row["id"] for row in [*group.entities, *group.gone]}
        for group in groups
    ]
    assert sum(map(len, touched)) == len(set().union(*touched))
    assert {row["id"] for group in groups for row in group.gone} == set(before.values()) - set(
        after.values()
    )


@given(partitions, partitions)
def test_an_entity_that_goes_names_who_takes_over_its_designations(
    earlier: list[int], later: list[int]
) -> None:
    before, after = assigned(earlier), assigned(later)

    for group in groups_between(before, after):
        for row in group.gone:
            assert row["survivor"] in after.values()


@given(partitions)
def test_nothing_changed_is_nothing_to_write(labels: list[int]) -> None:
    assert groups_between(assigned(labels), assigned(labels)) == []


@given(st.lists(st.integers(1, GROUP_MENTIONS), max_size=12))
def test_no_group_is_cut_and_no_transaction_overfull(sizes: list[int]) -> None:
    groups = [Group(mentions=[{"group": number}] * size) for number, size in enumerate(sizes)]

    batches = list(batched(groups))

    assert [row for batch in batches for row in batch.mentions] == [
        {"group": number} for number, size in enumerate(sizes) for _ in range(size)
    ]
    assert all(batch.size <= GROUP_MENTIONS for batch in batches)
    homes = [{row["group"] for row in batch.mentions} for batch in batches]
    assert sum(map(len, homes)) == len(sizes)
