"""Names: what an actor is called, and by whom (decision 004: grouped when read)."""

import strawberry

from service.plans.mapping import Many, Rows, Value
from service.schema.enums import NameType
from service.schema.fields import First, answered_by, mapped
from service.schema.mention import Mention

GROUPED_MENTIONS = Many(Rows("UNWIND @mentions AS @that"))
"""The mentions a grouped value was collected from, in their order."""

_STRENGTH = ", ".join(f'"{kind.value}"' for kind in NameType)

NAMES = Rows(
    f"""MATCH (@this)<-[:RESOLVED_TO]-(@mention:Mention)
WITH @mention ORDER BY @mention.sequence, @mention.id
UNWIND range(0, size(@mention.names) - 1) AS @place
WITH @mention.names[@place] AS @value, @mention,
  [@kind IN range(0, 4) WHERE [{_STRENGTH}][@kind] = @mention.nameTypes[@place]][0] AS @strength,
  @mention.nameScripts[@place] AS @written
WITH @value, min(@strength) AS @strongest, head(collect(@written)) AS @script,
  collect(@mention) AS @mentions
WITH @value, [{_STRENGTH}][@strongest] AS @type, @script, @mentions,
  CASE @strongest WHEN 0 THEN 0 ELSE 1 END AS @rank
WHERE $type IS NULL OR @type IN $type
WITH @value, @type, @script, @mentions ORDER BY @rank, size(@mentions) DESC, @value""",
    roles={name: name for name in ("value", "type", "script", "mentions")},
)


@strawberry.type(description="One spelling, and who spells it so.")
class Name:
    """One spelling, and who spells it so."""

    value: str = mapped(Value("@value"), "As written, e.g. `KIM, Yong Chol` or `김영철`.")
    type: NameType = mapped(
        Value("@type"), "The strongest use any source makes of it, e.g. `PRIMARY`."
    )
    script: str = mapped(
        Value("@script"), "The script it is written in, ISO 15924, e.g. `Latn` or `Hang`."
    )

    @answered_by(GROUPED_MENTIONS)
    def mentions(self, first: First = 20) -> list[Mention]:
        """The mentions that spell it so, oldest first; e.g. `mentions(first: 3) { quote }`."""
