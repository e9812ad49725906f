"""Properties: what sources assert of an actor, field by field."""

import strawberry

from service.plans.mapping import Rows, Value
from service.schema.fields import First, answered_by, mapped
from service.schema.mention import Mention
from service.schema.name import GROUPED_MENTIONS, MEMBERS

PROPERTIES = Rows(
    f"""{MEMBERS}
UNWIND @members AS @speaker
UNWIND range(0, size(@speaker.propertyFields) - 1) AS @place
WITH DISTINCT @members, @speaker.propertyFields[@place] AS @field,
  @speaker.propertyValues[@place] AS @value
WHERE $field IS NULL OR @field IN $field
WITH @field, @value, [@one IN @members WHERE any(@at IN range(0, size(@one.propertyFields) - 1)
  WHERE @one.propertyFields[@at] = @field AND @one.propertyValues[@at] = @value)] AS @mentions
WITH @field, @value, @mentions ORDER BY @field, size(@mentions) DESC, @value""",
    roles={name: name for name in ("field", "value", "mentions")},
)


@strawberry.type(description="A value of a field, and the mentions that assert it.")
class Property:
    """A value of a field, and the mentions that assert it."""

    field: str = mapped(Value("@field"), "What is asserted, e.g. `birthDate` or `position`.")
    value: str = mapped(Value("@value"), "As asserted, e.g. `1968-04`.")

    @answered_by(GROUPED_MENTIONS)
    def mentions(self, first: First = 20) -> list[Mention]:
        """The mentions that assert it, oldest first; e.g. `mentions { document { title } }`."""
