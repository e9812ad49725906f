"""What a request selects, as graphql-core collects it.

Fragments are joined, @skip and @include obeyed, arguments coerced, before a plan is thought of.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
)
from graphql.execution.collect_fields import (
    FieldDetails,
    FragmentDetails,
    collect_fields,
    collect_subfields,
)
from graphql.execution.values import VariableValues, get_argument_values

from service.plans.mapping import METADATA_KEY, Mapped

TYPENAME = "__typename"


@dataclass(frozen=True, slots=True)
class Selected:
    """One field of a response: its key, its definition, its coerced arguments, and its nodes."""

    key: str
    name: str
    definition: GraphQLField | None
    arguments: Mapping[str, Any]
    nodes: Sequence[FieldNode]

    @property
    def mapped(self) -> Mapped:
        """What the field is in the graph."""
        assert self.definition is not None
        mapped: Mapped = self.definition.extensions["strawberry-definition"].metadata[METADATA_KEY]
        return mapped


@dataclass(frozen=True, slots=True)
class Request:
    """What graphql-core knows of the operation under way."""

    schema: GraphQLSchema
    operation: OperationDefinitionNode
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: VariableValues

    def roots(self) -> dict[str, list[FieldNode]]:
        """Return the nodes of each root field by its key in the response."""
        assert self.schema.query_type is not None
        grouped = collect_fields(
            self.schema,
            self._fragment_details(),
            self.variables,
            self.schema.query_type,
            self.operation,
        ).grouped_field_set
        return {key: [detail.node for detail in details] for key, details in grouped.items()}

    def fields(self, parent: GraphQLObjectType, nodes: Sequence[FieldNode]) -> Iterator[Selected]:
        """Yield what the nodes select on an object of the given type, in the response's order."""
        grouped = collect_subfields(
            self.schema,
            self._fragment_details(),
            self.variables,
            self.operation,
            parent,
            [FieldDetails(node, None) for node in nodes],
        ).grouped_field_set
        for key, details in grouped.items():
            yield self.selected(parent, key, [detail.node for detail in details])

    def selected(self, parent: GraphQLObjectType, key: str, nodes: Sequence[FieldNode]) -> Selected:
        """Return one field with its arguments coerced."""
        name = nodes[0].name.value
        if name == TYPENAME:
            return Selected(key, name, None, {}, nodes)
        definition = parent.fields[name]
        arguments = (
            get_argument_values(definition, nodes[0], self.variables) if definition.args else {}
        )
        return Selected(key, name, definition, arguments, nodes)

    def _fragment_details(self) -> dict[str, FragmentDetails]:
        return {name: FragmentDetails(node) for name, node in self.fragments.items()}
