"""Networks: actors around actors, breadth first, within bounds."""

import strawberry

from actors.errors import RequestError
from service.plans.mapping import Arguments, Key, Many, One, Rows, Value
from service.schema.entity import Entity
from service.schema.enums import RelationType
from service.schema.fields import mapped

DEEPEST_NETWORK = 4
LARGEST_NETWORK = 500

_SEEDS = """MATCH (@member:Mention)-[:RESOLVED_TO]->(@seed:Entity)
WHERE @member.entityId IN $ids
WITH DISTINCT @seed ORDER BY @seed.sortCaption, @seed.id LIMIT $enough
WITH collect(@seed) AS @seen0, collect(@seed) AS @edge0"""

# Each round reads the neighbours of the round before, never more than are still wanted.
_ROUND = """WITH @seen{before}, COLLECT {{
  UNWIND @edge{before} AS @from{now}
  MATCH (@from{now})-[:RELATED]-(@next{now}:Entity)
  WHERE NOT @next{now} IN @seen{before}
  WITH DISTINCT @next{now} ORDER BY @next{now}.sortCaption, @next{now}.id LIMIT $enough
  RETURN @next{now}
}} AS @edge{now}
WITH @seen{before} + @edge{now} AS @seen{now}, @edge{now}"""

_KEPT = "WITH @seen{last}[..$limit] AS @kept, size(@seen{last}) > $limit AS @truncated"


def _around(arguments: Arguments) -> str:
    """Return the pattern: its rounds are as many as the depth asked for."""
    ids, depth, limit = arguments["ids"], arguments["depth"], arguments["limit"]
    if len(ids) > LARGEST_NETWORK:
        raise RequestError(f"{len(ids)} ids: ask for at most {LARGEST_NETWORK} at a time")
    if depth is None or not 0 <= depth <= DEEPEST_NETWORK:
        raise RequestError(f"depth is {depth}: ask for 0 to {DEEPEST_NETWORK} steps")
    if limit is None or not 0 <= limit <= LARGEST_NETWORK:
        raise RequestError(f"limit is {limit}: ask for 0 to {LARGEST_NETWORK} entities")
    rounds = [_ROUND.format(before=now - 1, now=now) for now in range(1, depth + 1)]
    return "\n".join([_SEEDS, *rounds, _KEPT.format(last=depth)])


NETWORK = One(
    Rows(
        _around,
        roles={"kept": "kept", "truncated": "truncated"},
        prepare={"enough": lambda arguments: arguments["limit"] + 1},
    )
)


@strawberry.type(description="A directed relation between two entities of a network.")
class NetworkRelation:
    """A directed relation between two entities of a network."""

    from_: strawberry.ID = mapped(
        Value("@from.id"), "The one it goes from, e.g. `E-4Q2ZK7X3NBCD`.", name="from"
    )
    to: strawberry.ID = mapped(Value("@to.id"), "The one it goes to, e.g. `E-A7XK3M2QZ5RT`.")
    type: RelationType = mapped(Value("@link.type"), "How the two are related, e.g. `OWNED_BY`.")


@strawberry.type(description="Actors around actors, and what relates them.")
class Network:
    """Actors around actors, and what relates them."""

    entities: list[Entity] = mapped(
        Many(Rows("UNWIND @kept AS @that"), usual=LARGEST_NETWORK),
        "The actors asked for, then their neighbours, nearest first; e.g. `entities { id }`.",
    )
    relations: list[NetworkRelation] = mapped(
        Many(
            Rows(
                "UNWIND @kept AS @from MATCH (@from)-[@link:RELATED]->(@to:Entity)\n"
                "WHERE @to IN @kept WITH @from, @link, @to",
                (Key("@from.id"), Key("@to.id"), Key("@link.type")),
                {"from": "from", "link": "link", "to": "to"},
            ),
            usual=2 * LARGEST_NETWORK,
        ),
        "Every relation between two of these entities, e.g. `relations { from to }`.",
    )
    truncated: bool = mapped(
        Value("@truncated"), "Whether more were within reach than `limit` admits, e.g. `false`."
    )
