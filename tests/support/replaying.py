"""Identity events replayed: what they must lead to is what the graph serves."""

from collections.abc import Iterable, Mapping

from actors.records import EntityId, IdentityEventType
from resolution.identity import IdentityChange


def replay(changes: Iterable[IdentityChange]) -> dict[EntityId, EntityId]:
    """Return where each id leads after the events: present ids to themselves, merged ones on.

    An id absorbed by a merge leads to the survivor until a split names it again.
    """
    leads: dict[EntityId, EntityId] = {}
    for change in changes:
        leads |= {entity: entity for entity in change.after}
        if change.type is IdentityEventType.MERGED:
            leads |= dict.fromkeys(change.before, change.entity)
    return {entity: _followed(entity, leads) for entity in leads}


def _followed(entity: EntityId, leads: Mapping[EntityId, EntityId]) -> EntityId:
    while leads[entity] != entity:
        entity = leads[entity]
    return entity
