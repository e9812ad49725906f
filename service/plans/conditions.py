"""Filters as Cypher predicates: a value of an input type goes in, predicates on a row come out.

The input type's fields carry their predicates. An absent field and null restrict nothing; an empty
list admits nothing.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from graphql import GraphQLInputObjectType, get_named_type

from actors.errors import RequestError
from service.plans.mapping import METADATA_KEY, Combined, Condition, Restriction, Within
from service.plans.scope import Roles, Scope

DEEPEST_FILTER = 8
"""Filters within filters; deeper ones cost the planner more than they tell anybody."""
MOST_FILTERS = 64


def predicates(
    filter_type: GraphQLInputObjectType, value: Mapping[str, Any], scope: Scope, roles: Roles
) -> list[str]:
    """Return the predicates of a filter, all of which must hold for `@this`."""
    _refuse_boundless(value)
    return _predicates(filter_type, value, scope, roles)


def restriction(condition: Condition | Within, value: Any, scope: Scope, roles: Roles) -> str:  # noqa: ANN401 - a coerced GraphQL value
    """Return one condition's predicate for its value."""
    if isinstance(condition, Within):
        column = scope.fill(condition.cypher, roles)
        bounds = [
            f"{column} {sign} {scope.parameter(value[end])}"
            for end, sign in (("from", ">="), ("to", "<="))
            if value.get(end) is not None
        ]
        return " AND ".join(bounds) or "true"
    prepared = condition.prepare(value) if condition.prepare else value
    given = prepared if isinstance(prepared, Mapping) else {"value": prepared}
    return f"({scope.fill(condition.cypher, dict(roles), given)})"


def _is_open(range_: Mapping[str, Any]) -> bool:
    """Whether neither end is given: as if there were no condition, not one that all days meet."""
    return range_.get("from") is None and range_.get("to") is None


def _predicates(
    filter_type: GraphQLInputObjectType, value: Mapping[str, Any], scope: Scope, roles: Roles
) -> list[str]:
    holding: list[str] = []
    about: dict[str, list[tuple[Condition | Within, Any]]] = defaultdict(list)
    for name, given in value.items():
        mapped = _mapped(filter_type, name)
        if given is None or (isinstance(mapped, Within) and _is_open(given)):
            continue
        if isinstance(mapped, Combined):
            holding.append(_combined(mapped, filter_type, given, scope, roles))
        elif mapped.about:
            about[mapped.about].append((mapped, given))
        else:
            holding.append(restriction(mapped, given, scope, roles))
    for pattern, conditions in about.items():
        inner = dict(roles)
        matched = scope.fill(pattern, inner)
        held = " AND ".join(restriction(condition, v, scope, inner) for condition, v in conditions)
        holding.append(f"EXISTS {{ MATCH {matched} WHERE {held} }}")
    return holding


def _combined(
    how: Combined,
    filter_type: GraphQLInputObjectType,
    given: Any,  # noqa: ANN401 - a filter, or a list of them
    scope: Scope,
    roles: Roles,
) -> str:
    def whole(value: Mapping[str, Any]) -> str:
        return " AND ".join(_predicates(filter_type, value, scope, roles)) or "true"

    if how is Combined.NOT:
        return f"NOT ({whole(given)})"
    parts = [f"({whole(value)})" for value in given]
    if how is Combined.AND:
        return f"({' AND '.join(parts)})" if parts else "true"
    return f"({' OR '.join(parts)})" if parts else "false"


def _mapped(filter_type: GraphQLInputObjectType, name: str) -> Restriction:
    definition = filter_type.fields[name].extensions["strawberry-definition"]
    mapped: Restriction = definition.metadata[METADATA_KEY]
    return mapped


def _refuse_boundless(value: Mapping[str, Any]) -> None:
    """Refuse filters nested or joined without measure, before any of them is compiled."""
    level, count, depth = [value], 1, 1
    while level := [inner for outer in level for inner in _inner_filters(outer)]:
        count, depth = count + len(level), depth + 1
        if depth > DEEPEST_FILTER or count > MOST_FILTERS:
            raise RequestError(
                f"the filter holds too many filters: nest at most {DEEPEST_FILTER} deep and "
                f"join at most {MOST_FILTERS}"
            )


def _inner_filters(value: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    joined = [*(value.get("and") or ()), *(value.get("or") or ())]
    return [*joined, *([value["not"]] if value.get("not") is not None else [])]


def filter_type_of(argument_type: Any) -> GraphQLInputObjectType | None:  # noqa: ANN401 - graphql-core's own type union
    """Return the input type behind an argument, if it is one whose fields carry predicates."""
    named = get_named_type(argument_type)
    if not isinstance(named, GraphQLInputObjectType):
        return None
    some_field = next(iter(named.fields.values()))
    definition = some_field.extensions.get("strawberry-definition")
    metadata = definition.metadata if definition else {}
    return named if METADATA_KEY in metadata else None
