"""How entities are found: by an id of theirs, by words of a name, by a number somebody issued."""

from actors.errors import RequestError
from actors.graph import ENTITY_NAMES
from actors.names import tokens
from actors.records import identifier_key
from service.plans.mapping import Arguments, Key, One, Page, Rows
from service.schema.enums import EntityOrderField
from service.schema.orders import ENTITY_KEYS

MOST_WORDS = 64

CARRIES_IDENTIFIER = """EXISTS {
  MATCH (@this)<-[:RESOLVED_TO]-(:Mention)-[:CARRIES]->(@identifier:Identifier)
  WHERE @identifier.key = $own OR (@identifier.key = $cited AND NOT EXISTS {
    MATCH (:Entity)<-[:RESOLVED_TO]-(:Mention)-[:CARRIES]->(@owned:Identifier)
    WHERE @owned.key = $own
  })
}"""
"""A record's own number wins over one that another record merely cites."""

ONE_NAME_HAS_ALL_WORDS = """any(@spelling IN @this.searchNames WHERE all(@word IN $value
  WHERE @spelling STARTS WITH @word OR @spelling CONTAINS (" " + @word)))"""


def identifier_keys(given: dict[str, str]) -> dict[str, str]:
    """Return the keys under which the graph knows a number, as own and as cited."""
    scheme, value = given["scheme"], given["value"]
    return {
        "own": identifier_key(scheme, value),
        "cited": identifier_key(f"cited-{scheme.strip()}", value),
    }


def name_words(text: str) -> list[str]:
    """Return the folded words of a name; more than any name has are refused.

    Lucene takes 1,024 clauses at most, and answers more with a failure.
    """
    words = list(tokens(text))
    if len(words) > MOST_WORDS:
        raise RequestError(f"name has {len(words)} words: ask for at most {MOST_WORDS}")
    return words


ENTITY = One(
    Rows(
        """MATCH (:Mention {entityId: $id})-[:RESOLVED_TO]->(@that:Entity)
WITH @that LIMIT 1"""
    )
)


def _words(arguments: Arguments) -> list[str]:
    return name_words((arguments.get("filter") or {}).get("name") or "")


def _candidates(arguments: Arguments) -> str:
    """Return where entities are looked for: by name the full-text index knows the few that fit.

    It admits those whose words may stand in several names; the filter's own predicate decides.
    """
    if not _words(arguments):
        return "MATCH (@that:Entity)"
    return f'CALL db.index.fulltext.queryNodes("{ENTITY_NAMES}", $words) YIELD node AS @that'


ENTITIES = Page(
    Rows(
        _candidates,
        (ENTITY_KEYS[EntityOrderField.CAPTION], Key("@that.id")),
        # Words are folded to letters and digits: nothing in them means anything to Lucene.
        prepare={"words": lambda given: " ".join(f"+{word}*" for word in _words(given))},
    ),
    ENTITY_KEYS,
)


def _several(arguments: Arguments) -> str:
    scheme, value = arguments["scheme"], arguments["value"]
    return (
        f"several entities carry the {scheme} {value}: "
        "entities(filter: {identifier: …}) lists them"
    )


CARRIER = One(
    Rows(
        f"""MATCH (@number:Identifier)<-[:CARRIES]-(:Mention)-[:RESOLVED_TO]->(@that:Entity)
WHERE @number.key IN [$own, $cited]
WITH DISTINCT @that WHERE {CARRIES_IDENTIFIER.replace("@this", "@that")}
WITH @that LIMIT 2""",
        prepare={
            "own": lambda arguments: identifier_keys(dict(arguments))["own"],
            "cited": lambda arguments: identifier_keys(dict(arguments))["cited"],
        },
    ),
    _several,
)
