"""Identity is a function of the cluster: clusters in, entity ids and identity events out.

An entity's id is the own id of its founding mention, the one first ingested among its members. So
incremental and full runs agree, a merge keeps the older id, and a retracted judgement gives back
exactly the ids there were. Nothing is remembered but the order in which mentions came.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from actors.records import EntityId, IdentityEventType, MentionId, own_entity_id


@dataclass(frozen=True, slots=True)
class IdentityChange:
    """One event to be: what happened to which ids."""

    type: IdentityEventType
    entity: EntityId
    before: tuple[EntityId, ...] = ()
    after: tuple[EntityId, ...] = ()


def identify(
    clusters: Iterable[Sequence[MentionId]], sequence: Mapping[MentionId, int]
) -> dict[MentionId, EntityId]:
    """Give each mention its entity: the own id of the mention of its cluster that came first."""
    entities: dict[MentionId, EntityId] = {}
    for members in clusters:
        founder = min(members, key=sequence.__getitem__)
        entities |= dict.fromkeys(members, own_entity_id(founder))
    return entities


def identity_changes(
    before: Mapping[MentionId, EntityId],
    after: Mapping[MentionId, EntityId],
    sequence: Mapping[MentionId, int],
    founders: Collection[MentionId],
) -> list[IdentityChange]:
    """Return the events that lead from one assignment to the next, in an order to replay them.

    What stays together of an old entity is a part, named by its own founder. First old entities
    split into their parts, then parts merge into the new entities, then the wholly new are created.
    `founders` are the mentions whose own ids were ever served. An id that an earlier merge absorbed
    is split off and merged again where its mention goes another way than the survivor.
    """
    parts = _parts(before, after, sequence)
    by_old: dict[EntityId, list[EntityId]] = {}
    by_new: dict[EntityId, list[EntityId]] = {}
    for (old, new), part in parts.items():
        by_old.setdefault(old, []).append(part)
        by_new.setdefault(new, []).append(part)
    for founder in sorted(set(founders) & before.keys() & after.keys(), key=sequence.__getitem__):
        old, new, own = before[founder], after[founder], own_entity_id(founder)
        part = parts[old, new]
        if old not in (part, new) and own not in (part, new):
            by_old[old].append(own)
            by_new[new].append(own)
    splits = [
        IdentityChange(IdentityEventType.SPLIT, old, (old,), tuple(sorted(pieces)))
        for old, pieces in by_old.items()
        if pieces != [old]
    ]
    merges = [
        IdentityChange(IdentityEventType.MERGED, new, tuple(sorted(set(pieces) - {new})), (new,))
        for new, pieces in by_new.items()
        if pieces != [new]
    ]
    created = [
        IdentityChange(IdentityEventType.CREATED, new, (), (new,))
        for new in dict.fromkeys(after.values())
        if new not in by_new
    ]
    return splits + merges + created


def _parts(
    before: Mapping[MentionId, EntityId],
    after: Mapping[MentionId, EntityId],
    sequence: Mapping[MentionId, int],
) -> dict[tuple[EntityId, EntityId], EntityId]:
    founders: dict[tuple[EntityId, EntityId], MentionId] = {}
    for mention, old in before.items():
        if mention not in after:
            continue
        key = (old, after[mention])
        if key not in founders or sequence[mention] < sequence[founders[key]]:
            founders[key] = mention
    return {key: own_entity_id(founder) for key, founder in founders.items()}
