"""How many values an operation may answer, told from its selection before anything is read.

Lists multiply: 500 mentions of 500 mentions of one document are 250,000 rows, and another level is
beyond any memory. So what each list may hold at most, or holds as a rule where nothing bounds it,
is multiplied down the selection and summed over its fields; what is too much is never compiled.
"""

from collections.abc import Sequence

from graphql import (
    FieldNode,
    GraphQLError,
    GraphQLNamedType,
    GraphQLObjectType,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
)

from actors.errors import RequestError
from service.plans.mapping import ById, Derived, Many, Page, Part, Value
from service.plans.paging import DEFAULT_SIZE, LARGEST_PAGE
from service.plans.selection import TYPENAME, Request, Selected

LARGEST_COST = 1_000_000
"""Values. Measured: so many are read and shaped in 2 to 6 s and 200 MB, half of it the heap's."""

_COMPUTED = 80
"""Two mentions are read whole for it. What is then computed is counted when it is: lists of
comparisons are mostly short, and their bound says little (`service.reads.context`)."""
_FACET = 5_000
"""Every row the filter admits is counted, not those of the page."""


class TooCostly(RequestError):
    """An operation may answer more than one request may have."""

    code = "LIMIT_EXCEEDED"


def refuse_costly(request: Request) -> None:
    """Raise TooCostly unless the operation's root fields together are within the limit."""
    asked = cost(request)
    if asked > LARGEST_COST:
        raise TooCostly(
            f"The operation may answer {asked:,} values, more than the {LARGEST_COST:,} that one "
            "request may have: ask for fewer rows with `first`, above all where lists nest."
        )


def cost(request: Request) -> int:
    """Return how many values the operation may answer."""
    return sum(_of_root(request, key, nodes) for key, nodes in request.roots().items())


def _of_root(request: Request, key: str, nodes: Sequence[FieldNode]) -> int:
    query = request.schema.query_type
    assert query is not None
    if nodes[0].name.value not in query.fields:
        return 1  # introspection, which validation bounds
    try:
        return _of_field(request, request.selected(query, key, nodes), 1)
    except GraphQLError:
        return 0  # arguments that do not fit: the field is refused when it is compiled


def _of_field(  # noqa: PLR0911 - one return a mapping
    request: Request, selected: Selected, page_size: int
) -> int:
    """Return what one field costs on one object, `page_size` being the rows of a connection."""
    if selected.name == TYPENAME:
        return 1
    assert selected.definition is not None
    mapped = selected.mapped
    if mapped is Part.FACETS:
        return _FACET * len(set(selected.arguments["fields"]))
    if isinstance(mapped, Derived):
        return _COMPUTED
    if isinstance(mapped, Value):
        return mapped.weight
    rows = _rows(selected, page_size)
    kind = get_named_type(selected.definition.type)
    if is_leaf_type(kind):
        return rows
    if isinstance(mapped, Page):  # one connection, whose nodes and edges are as many as its rows
        return _of_object(request, kind, selected.nodes, rows)
    return rows * _of_object(request, kind, selected.nodes, page_size)


def _of_object(
    request: Request, kind: GraphQLNamedType, nodes: Sequence[FieldNode], page_size: int
) -> int:
    """Return what one object costs; where it may be of several types, what the largest does."""
    if is_abstract_type(kind):
        types = request.schema.get_possible_types(kind)
        return max(_of_object(request, type_, nodes, page_size) for type_ in types)
    assert isinstance(kind, GraphQLObjectType)
    return 1 + sum(
        _of_field(request, selected, page_size) for selected in request.fields(kind, nodes)
    )


def _rows(selected: Selected, page_size: int) -> int:
    """Return how many objects a field leads to; sizes no page may have are refused elsewhere."""
    arguments = selected.arguments
    match selected.mapped:
        case Part.NODES | Part.EDGES:
            return page_size
        case Page():
            return _bounded(arguments.get("last"), arguments.get("first"))
        case Many(usual=usual):
            assert selected.definition is not None
            is_bounded = "first" in selected.definition.args
            return _bounded(arguments.get("first")) if is_bounded else usual
        case ById.SEVERAL:
            return min(len(arguments["ids"]), LARGEST_PAGE)
        case _:
            return 1


def _bounded(*sizes: int | None) -> int:
    asked = next((size for size in sizes if size is not None), DEFAULT_SIZE)
    return min(max(asked, 0), LARGEST_PAGE)
