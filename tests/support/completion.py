"""Holds an answer against the schema as graphql-core's ordinary completion would."""

from typing import Any

from graphql import ExecutionResult, build_schema, graphql_sync

from service.schema.print import printed_schema


def completed(query: str, data: Any, **variables: Any) -> ExecutionResult:
    """Walk an answer value by value; a null where the schema says never is an error.

    The query may have no aliases: values are found by their fields' names.
    """
    return graphql_sync(
        build_schema(printed_schema()),
        query,
        root_value=data,
        variable_values=variables,
        type_resolver=lambda value, _info, _type: value["__typename"],
    )


def everything(type_: Any, depth: int, seen: frozenset[str] = frozenset()) -> str:
    """Return a selection of all that a type offers, to a depth, no type within itself."""
    parts = []
    for name, field in type_.fields.items():
        named = field.type
        while hasattr(named, "of_type"):
            named = named.of_type
        if name == "facets":
            parts.append(
                "facets(fields: [KIND COUNTRY SOURCE AUTHORITY PROGRAMME STATUS]) "
                f"{{ {everything(named, 2)} }}"
            )
        elif not hasattr(named, "fields"):
            parts.append(name)
        elif depth and named.name not in seen and named.name != "Node":
            inner = everything(named, depth - 1, seen | {type_.name})
            parts.append(f"{name} {{ {inner} }}")
    return " ".join(parts) or "__typename"
