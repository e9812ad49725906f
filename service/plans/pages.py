"""Connections: one pattern serves rows, count, page info and facets, each in a subquery of its own.

Only what is selected is read: no order keys, for one, where nobody asks for cursors.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graphql import FieldNode, GraphQLObjectType, get_named_type

from service.plans.compiling import Compiling
from service.plans.cursors import encoded
from service.plans.cutting import FIRST_PAGE_COLUMN, Cut, Cutting
from service.plans.mapping import FacetMapping, Key, Page, Part
from service.plans.paging import window
from service.plans.rows import found
from service.plans.scope import Roles
from service.plans.selection import TYPENAME, Selected
from service.plans.shapes import Compiled, Shape, Tools

Builder = Callable[[Cut, Tools], Any]


@dataclass
class PageCompiler:
    """Compiles one connection; columns are gathered as the selection asks for them."""

    compiling: Compiling
    cutting: Cutting
    row_columns: list[str] = field(default_factory=list)
    page_columns: list[str] = field(default_factory=list)
    key_column: int | None = None
    reads_rows: bool = False
    looks_around: bool = False

    def compile(self, connection: GraphQLObjectType, nodes: Sequence[FieldNode]) -> Compiled:
        """Return the connection as one expression and the shape of its answer."""
        builders = {
            part.key: self._part(connection, part)
            for part in self.compiling.request.fields(connection, nodes)
        }
        looks, reads = self.looks_around, self.reads_rows or self.row_columns
        before, after = self.cutting.around() if looks else ("false", "false")
        rows = self.cutting.rows(self.row_columns, looks_around=looks) if looks or reads else "[]"
        columns = ", ".join([rows, before, after, *self.page_columns])
        return Compiled(f"[{columns}]", self._shape(builders))

    def _part(self, connection: GraphQLObjectType, part: Selected) -> Builder:
        if part.name == TYPENAME:
            return lambda _cut, _tools: connection.name
        assert part.definition is not None
        parent = get_named_type(part.definition.type)
        match part.mapped:
            case Part.NODES:
                assert isinstance(parent, GraphQLObjectType)
                return self._each(self._node(parent, part.nodes))
            case Part.EDGES:
                assert isinstance(parent, GraphQLObjectType)
                return self._each(self._edge(parent, part.nodes))
            case Part.PAGE_INFO:
                assert isinstance(parent, GraphQLObjectType)
                return self._page_info(parent, part.nodes)
            case Part.FACETS:
                return self._facets(part)
            case _:
                return self._column(f"COUNT {{ {self.cutting.found.counted()} }}")

    def _column(self, cypher: str) -> Builder:
        self.page_columns.append(cypher)
        place = FIRST_PAGE_COLUMN + len(self.page_columns) - 1
        return lambda cut, _tools: cut.columns[place]

    def _each(self, of_row: Shape) -> Builder:
        self.reads_rows = True
        return lambda cut, tools: [of_row(row, tools) for row in cut.rows]

    def _node(self, parent: GraphQLObjectType, nodes: Sequence[FieldNode]) -> Shape:
        compiled = self.compiling.object(parent, nodes, self.cutting.found.row)
        self.row_columns.append(compiled.cypher)
        place, shape = len(self.row_columns) - 1, compiled.shape
        if shape is None:
            return lambda row, _tools: row[place]
        return lambda row, tools: shape(row[place], tools)

    def _edge(self, parent: GraphQLObjectType, nodes: Sequence[FieldNode]) -> Shape:
        shapes: dict[str, Shape] = {}
        for part in self.compiling.request.fields(parent, nodes):
            if part.name == TYPENAME:
                shapes[part.key] = lambda _row, _tools: parent.name
            elif part.mapped is Part.CURSOR:
                shapes[part.key] = self._cursor()
            else:
                assert part.definition is not None
                node = get_named_type(part.definition.type)
                assert isinstance(node, GraphQLObjectType)
                shapes[part.key] = self._node(node, part.nodes)
        return lambda row, tools: {key: shape(row, tools) for key, shape in shapes.items()}

    def _cursor(self) -> Shape:
        if self.key_column is None:
            scope, local = self.compiling.scope, self.cutting.found.local
            columns = [scope.fill(key.cypher, dict(local)) for key in self.cutting.keys]
            self.row_columns.append(f"[{', '.join(columns)}]")
            self.key_column = len(self.row_columns) - 1
        place, keys = self.key_column, self.cutting.keys
        return lambda row, _tools: encoded(row[place], keys)

    def _page_info(self, parent: GraphQLObjectType, nodes: Sequence[FieldNode]) -> Builder:
        parts: dict[str, Builder] = {}
        for part in self.compiling.request.fields(parent, nodes):
            match part.name:
                case "hasNextPage":
                    self.looks_around = True
                    parts[part.key] = lambda cut, _tools: cut.has_next
                case "hasPreviousPage":
                    self.looks_around = True
                    parts[part.key] = lambda cut, _tools: cut.has_previous
                case "startCursor":
                    parts[part.key] = _of_row(0, self._cursor())
                case "endCursor":
                    parts[part.key] = _of_row(-1, self._cursor())
                case _:
                    parts[part.key] = lambda _cut, _tools: parent.name
        return lambda cut, tools: {key: part(cut, tools) for key, part in parts.items()}

    def _facets(self, part: Selected) -> Builder:
        assert part.definition is not None
        definition = part.definition.extensions["strawberry-definition"]
        mappings: Mapping[Any, FacetMapping] = definition.metadata["facets"]
        make: Callable[[Any, Mapping[Any, FacetMapping], Any], Any] = definition.metadata["make"]
        fields = list(dict.fromkeys(part.arguments["fields"]))
        counts = ", ".join(self._facet(mappings[name]) for name in fields)
        column = self._column(f"[{counts}]")
        shaped = self.compiling.made(part.definition.type, part.nodes)
        return lambda cut, tools: shaped(make(fields, mappings, column(cut, tools)))

    def _facet(self, mapping: FacetMapping) -> str:
        scope, local = self.compiling.scope, dict(self.cutting.found.row)
        binding = scope.fill(mapping.match, local)
        value, label = local["value"], local["label"]
        count = scope.variable()
        return (
            f"COLLECT {{ {self.cutting.found.where()}\n{binding}\n"
            f"WITH {value}, min({label}) AS {label}, count(DISTINCT {local['this']}) AS {count}\n"
            f"ORDER BY {count} DESC, {value}\nRETURN [{value}, {label}, {count}] }}"
        )

    def _shape(self, builders: Mapping[str, Builder]) -> Shape:
        def shape_page(columns: Any, tools: Tools) -> Any:  # noqa: ANN401 - a response value
            cut = self.cutting.page(columns)
            return {key: build(cut, tools) for key, build in builders.items()}

        return shape_page


def compiled_page(compiling: Compiling, selected: Selected, page: Page, roles: Roles) -> Compiled:
    """Compile a field that answers a connection."""
    assert selected.definition is not None
    connection = get_named_type(selected.definition.type)
    assert isinstance(connection, GraphQLObjectType)
    keys = _keys(page, selected.arguments)
    asked = window(selected.arguments, keys)
    rows = found(page.rows, selected, compiling.scope, roles)
    cutting = Cutting(rows, keys, asked, compiling.scope)
    return PageCompiler(compiling, cutting).compile(connection, selected.nodes)


def _keys(page: Page, arguments: Mapping[str, Any]) -> Sequence[Key]:
    """Return the keys of the order asked for, ending in one that no two rows share."""
    asked = arguments.get("orderBy")
    if not asked:
        return page.rows.keys
    chosen: dict[Any, Key] = {}
    for order in asked:
        # Asked for again, a key decides nothing: what it could tell apart it has told already.
        key = replace(page.orders[order["field"]], descending=order["direction"].value == "DESC")
        chosen.setdefault(order["field"], key)
    return [*chosen.values(), Key("@that.id")]


def _of_row(place: int, shape: Shape) -> Builder:
    return lambda cut, tools: shape(cut.rows[place], tools) if cut.rows else None
