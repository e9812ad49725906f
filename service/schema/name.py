"""Names: what an actor is called, and by whom (decision 004: grouped when read)."""

import strawberry

from service.plans.mapping import Many, Rows, Value
from service.schema.enums import NameType
from service.schema.fields import First, answered_by, mapped
from service.schema.mention import Mention

GROUPED_MENTIONS = Many(Rows("UNWIND @mentions AS @that"))
"""The mentions a grouped value was collected from, in their order."""

MEMBERS = """WITH COLLECT {
  MATCH (@this)<-[:RESOLVED_TO]-(@member:Mention)
  WITH @member ORDER BY @member.sequence, @member.id
  RETURN @member
} AS @members"""
"""An entity's mentions as a list, from which values are grouped without aggregation: Neo4j 5 takes
an aggregation inside a subquery for one of the query around it."""

_STRONGEST_FIRST = ", ".join(f'"{kind.value}"' for kind in NameType)

NAMES = Rows(
    f"""{MEMBERS}
UNWIND @members AS @speaker
UNWIND @speaker.names AS @value
WITH DISTINCT @members, @value
WITH @value, [@one IN @members WHERE @value IN @one.names] AS @mentions
WITH @value, @mentions, [@one IN @mentions |
  [@place IN range(0, size(@one.names) - 1) WHERE @one.names[@place] = @value][0]] AS @places
WITH @value, @mentions, @mentions[0].nameScripts[@places[0]] AS @script,
  [@turn IN range(0, size(@places) - 1) | @mentions[@turn].nameTypes[@places[@turn]]] AS @uses
WITH @value, @mentions, @script,
  [@kind IN [{_STRONGEST_FIRST}] WHERE @kind IN @uses][0] AS @type
WHERE $type IS NULL OR @type IN $type
WITH @value, @type, @script, @mentions
ORDER BY @type <> "PRIMARY", size(@mentions) DESC, @value""",
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
