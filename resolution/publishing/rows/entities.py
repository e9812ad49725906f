"""What an entity shows, derived from its mentions: kind, caption, fields of filters and facets."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from actors.names import fold, order_key
from actors.records import EntityId, EntityKind, MentionKind, NameType, SourceId, SourceTier
from resolution.designations import Designation
from resolution.publishing.rows.hashing import row_hash
from resolution.publishing.rows.ids import authority_id, programme_id
from resolution.state import StoredMention

NAME_ORDER = tuple(NameType)
_ORDERED_BY = 200
"""Characters of a caption that put it in order; what is indexed must be short."""


def entity_kind(members: Sequence[StoredMention]) -> EntityKind:
    """Return the kind most records give, else most texts; the founder's where they are even."""
    for kind in MentionKind:
        said = Counter(
            stored.mention.entity_kind
            for stored in members
            if stored.mention.kind is kind and stored.mention.entity_kind is not EntityKind.UNKNOWN
        )
        if said:
            return said.most_common(1)[0][0]
    return EntityKind.UNKNOWN


def caption(members: Sequence[StoredMention]) -> str:
    """Return the primary name of the first record, else of the first text."""
    first = min(members, key=lambda one: (one.mention.kind is MentionKind.TEXT, one.sequence))
    names = sorted(first.mention.names, key=lambda name: NAME_ORDER.index(name.type))
    return names[0].value if names else first.mention.quote


def entity_rows(
    members: Mapping[EntityId, Sequence[StoredMention]],
    designations: Iterable[Designation],
    tiers: Mapping[SourceId, SourceTier],
) -> dict[EntityId, dict[str, Any]]:
    """Return the wanted properties of every entity."""
    designated: dict[EntityId, list[Designation]] = {}
    for designation in designations:
        designated.setdefault(designation.entity, []).append(designation)
    return {
        entity: entity_row(entity, own, designated.get(entity, ()), tiers)
        for entity, own in members.items()
    }


def entity_row(
    entity: EntityId,
    members: Sequence[StoredMention],
    designations: Sequence[Designation],
    tiers: Mapping[SourceId, SourceTier],
) -> dict[str, Any]:
    """Return the properties of an Entity node; equal members give an equal `contentHash`."""
    shown = caption(members)
    sources = sorted({stored.mention.source for stored in members})
    row: dict[str, Any] = {
        "id": entity,
        "kind": entity_kind(members).value,
        "caption": shown,
        "sortCaption": order_key(shown)[:_ORDERED_BY],
        "searchNames": sorted(
            {
                folded
                for stored in members
                for name in stored.mention.names
                if (folded := fold(name.value))
            }
        ),
        "countries": sorted({code for stored in members for code in stored.mention.countries}),
        "sourceIds": sources,
        "tiers": sorted({tiers[source].value for source in sources}),
        "authorityIds": sorted({authority_id(one.authority) for one in designations}),
        "programmeIds": sorted(
            {programme_id(key) for one in designations for key in one.programmes}
        ),
        "statuses": sorted({one.status.value for one in designations}),
        "mentionCount": len(members),
        "sourceCount": len(sources),
        "designationCount": len(designations),
        "lastListedOn": max(
            (str(one.listed_on) for one in designations if one.listed_on), default=None
        ),
    }
    return {**row, "contentHash": row_hash(row)}
