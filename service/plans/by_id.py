"""`node` and `nodes`: ids tell the type they belong to, so each is read where it must be.

A source's id is a slug and tells nothing; what looks like no other type's id may be a source.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from graphql import FieldNode, GraphQLInterfaceType, GraphQLObjectType, get_named_type

from actors.errors import RequestError
from service.plans.compiling import Compiling
from service.plans.mapping import ById, NodeMapping
from service.plans.paging import LARGEST_PAGE
from service.plans.scope import Roles
from service.plans.selection import Selected
from service.plans.shapes import Compiled, Shape, Tools


def compiled_by_id(compiling: Compiling, selected: Selected, how: ById) -> Compiled:
    """Compile a field that answers nodes of any type by their ids."""
    assert selected.definition is not None
    interface = get_named_type(selected.definition.type)
    assert isinstance(interface, GraphQLInterfaceType)
    ids = selected.arguments["ids"] if how is ById.SEVERAL else [selected.arguments["id"]]
    if len(ids) > LARGEST_PAGE:
        raise RequestError(f"{len(ids)} ids: ask for at most {LARGEST_PAGE} at a time")
    by_type: dict[str, list[str]] = defaultdict(list)
    types = {kind.name: kind for kind in compiling.request.schema.get_possible_types(interface)}
    for id_ in dict.fromkeys(ids):
        by_type[_type_name(types, id_)].append(id_)
    compiled = [
        _nodes(compiling, types[name], asked, selected.nodes) for name, asked in by_type.items()
    ]
    columns = ", ".join(group.cypher for group in compiled)
    shape = _in_order(ids, [group.shape for group in compiled])
    if how is ById.SEVERAL:
        return Compiled(f"[{columns}]", shape)
    return Compiled(f"[{columns}]", lambda groups, tools: shape(groups, tools)[0])


def node_mapping(kind: GraphQLObjectType) -> NodeMapping:
    """Return how nodes of a type are found."""
    mapping: NodeMapping = kind.extensions["strawberry-definition"].origin.node
    return mapping


def _type_name(types: Mapping[str, GraphQLObjectType], id_: str) -> str:
    """Return the type an id belongs to; the longest prefix decides, the empty one is a source's."""
    fitting = [name for name, kind in types.items() if id_.startswith(node_mapping(kind).id_prefix)]
    return max(fitting, key=lambda name: len(node_mapping(types[name]).id_prefix))


def _nodes(
    compiling: Compiling, kind: GraphQLObjectType, ids: list[str], nodes: Sequence[FieldNode]
) -> Compiled:
    mapping = node_mapping(kind)
    roles: Roles = {"this": compiling.scope.variable()}
    inner = compiling.object(kind, nodes, roles)
    served = f" AND {compiling.scope.fill(mapping.served, roles)}" if mapping.served else ""
    this = roles["this"]
    return Compiled(
        f"COLLECT {{ MATCH ({this}:{mapping.label})\n"
        f"WHERE {this}.id IN {compiling.scope.parameter(ids)}{served}\n"
        f"RETURN [{this}.id, {inner.cypher}] }}",
        inner.shape,
    )


def _in_order(ids: Sequence[str], shapes: Sequence[Shape | None]) -> Shape:
    def shape_nodes(groups: Any, tools: Tools) -> Any:  # noqa: ANN401 - a response value
        present = {
            id_: shape(row, tools) if shape else row
            for group, shape in zip(groups, shapes, strict=True)
            for id_, row in group
        }
        return [present.get(id_) for id_ in ids]

    return shape_nodes
