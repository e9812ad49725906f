"""Orders: by what rows are sorted, and the keys that stand for it in the graph.

No key is ever null, since a cursor holds it: what has no day of listing sorts before every day.
"""

import strawberry

from service.plans.mapping import Key
from service.schema.enums import DesignationOrderField, Direction, EntityOrderField

ENTITY_KEYS = {
    EntityOrderField.CAPTION: Key("@that.sortCaption", is_indexed=True),
    EntityOrderField.MENTION_COUNT: Key("@that.mentionCount", is_indexed=True, is_number=True),
    EntityOrderField.DESIGNATION_COUNT: Key(
        "@that.designationCount", is_indexed=True, is_number=True
    ),
    EntityOrderField.LAST_LISTED_ON: Key('coalesce(@that.lastListedOn, "")'),
}

DESIGNATION_KEYS = {
    DesignationOrderField.LISTED_ON: Key('coalesce(@that.listedOn, "")'),
    DesignationOrderField.CAPTION: Key(
        "[(@that)-[:DESIGNATES]->(@whom:Entity) | @whom.sortCaption][0]"
    ),
}


@strawberry.input(description="What entities are ordered by; e.g. `{field: CAPTION}`.")
class EntityOrder:
    """What entities are ordered by."""

    field: EntityOrderField = strawberry.field(description="By what, e.g. `DESIGNATION_COUNT`.")
    direction: Direction = strawberry.field(
        default=Direction.ASC, description="Which end first, e.g. `DESC`."
    )


@strawberry.input(description="What designations are ordered by; e.g. `{field: LISTED_ON}`.")
class DesignationOrder:
    """What designations are ordered by."""

    field: DesignationOrderField = strawberry.field(description="By what, e.g. `LISTED_ON`.")
    direction: Direction = strawberry.field(
        default=Direction.ASC, description="Which end first, e.g. `DESC`."
    )
