"""What every mapping must be, whatever it maps."""

import re
from collections.abc import Iterator
from typing import Any

from graphql import GraphQLInputObjectType, GraphQLObjectType

from service.plans.mapping import METADATA_KEY
from service.schema import schema

CORE = schema._schema
AGGREGATION = re.compile(r"\b(collect|count|min|max|sum|avg)\(")
PLAIN = {"PageInfo", "DateRange", "IdentifierInput", "EntityOrder", "DesignationOrder"}
"""Types that a plan reads as values: no field of theirs stands in the graph."""


def mapped() -> Iterator[tuple[str, Any]]:
    for name, kind in CORE.type_map.items():
        fields = getattr(kind, "fields", {})
        is_ours = isinstance(kind, GraphQLObjectType | GraphQLInputObjectType)
        if not name.startswith("__") and is_ours and name not in PLAIN:
            for field_name, field in fields.items():
                definition = field.extensions["strawberry-definition"]
                yield f"{name}.{field_name}", definition.metadata.get(METADATA_KEY)


def test_every_field_of_every_type_and_filter_has_its_place_in_the_graph() -> None:
    assert [path for path, mapping in mapped() if mapping is None] == []
    assert len(list(mapped())) > 200


def test_no_list_within_a_list_aggregates() -> None:
    """Neo4j 5.26 takes an aggregation inside a subquery for one of the query around it.

    It refuses `RETURN [e.id, COLLECT { … collect(m) … }]`; 2026.08 does not. Only root fields, with
    no row around them, may aggregate.
    """
    patterns = {
        path: rows.match
        for path, mapping in mapped()
        if (rows := getattr(mapping, "rows", None)) and isinstance(rows.match, str)
    }

    assert len(patterns) > 40
    assert [
        path
        for path, match in patterns.items()
        if AGGREGATION.search(match) and not path.startswith("Query.")
    ] == []
