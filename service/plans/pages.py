"""Connections: one pattern serves rows, count, page info and facets, each in a subquery of its own.

Only what is selected is read: no row beyond the page where nobody asks whether there are more, no
order keys where nobody asks for cursors.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graphql import FieldNode, GraphQLObjectType, get_named_type

from service.plans.compiling import Compiling
from service.plans.cursors import encoded
from service.plans.mapping import FacetMapping, Key, Page, Part
from service.plans.paging import Window, beyond, readable_in_order, window
from service.plans.rows import Found, found
from service.plans.scope import Roles
from service.plans.selection import TYPENAME, Selected
from service.plans.shapes import Compiled, Shape, Tools


@dataclass(frozen=True, slots=True)
class Cut:
    """A page's rows as read, and what lies around them."""

    rows: Sequence[Sequence[Any]]
    has_previous: bool
    has_next: bool
    columns: Sequence[Any]


Builder = Callable[[Cut, Tools], Any]


@dataclass
class PageCompiler:
    """Compiles one connection; columns are gathered as the selection asks for them."""

    compiling: Compiling
    keys: Sequence[Key]
    window: Window
    found: Found
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
        before, after = self._around()
        rows = self._rows()
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
                return self._column(f"COUNT {{ {self.found.counted()} }}")

    def _column(self, cypher: str) -> Builder:
        self.page_columns.append(cypher)
        place = _FIRST_PAGE_COLUMN + len(self.page_columns) - 1
        return lambda cut, _tools: cut.columns[place]

    def _each(self, of_row: Shape) -> Builder:
        self.reads_rows = True
        return lambda cut, tools: [of_row(row, tools) for row in cut.rows]

    def _node(self, parent: GraphQLObjectType, nodes: Sequence[FieldNode]) -> Shape:
        compiled = self.compiling.object(parent, nodes, self.found.row)
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
            scope, local = self.compiling.scope, self.found.local
            columns = [scope.fill(key.cypher, dict(local)) for key in self.keys]
            self.row_columns.append(f"[{', '.join(columns)}]")
            self.key_column = len(self.row_columns) - 1
        place, keys = self.key_column, self.keys
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
        scope, local = self.compiling.scope, dict(self.found.row)
        binding = scope.fill(mapping.match, local)
        value, label = local["value"], local["label"]
        count = scope.variable()
        return (
            f"COLLECT {{ {self.found.where()}\n{binding}\n"
            f"WITH {value}, min({label}) AS {label}, count(DISTINCT {local['this']}) AS {count}\n"
            f"ORDER BY {count} DESC, {value}\nRETURN [{value}, {label}, {count}] }}"
        )

    def _around(self) -> tuple[str, str]:
        """Return whether rows lie before the cursor `after`, and after the cursor `before`."""
        if not self.looks_around:
            return "false", "false"
        outside = [
            f"EXISTS {{ {self.found.counted(f'NOT {self._beyond(values, is_after=is_after)}')} }}"
            if values is not None
            else "false"
            for values, is_after in ((self.window.after, True), (self.window.before, False))
        ]
        return outside[0], outside[1]

    def _beyond(self, values: Sequence[str | int], *, is_after: bool) -> str:
        scope, local = self.compiling.scope, self.found.local
        return beyond(self.keys, values, is_after=is_after, scope=scope, roles=local)

    def _rows(self) -> str:
        if not (self.reads_rows or self.row_columns or self.looks_around):
            return "[]"
        asked = self.window
        inside = [
            self._beyond(values, is_after=is_after)
            for values, is_after in ((asked.after, True), (asked.before, False))
            if values is not None
        ]
        scope = self.compiling.scope
        inside = inside or readable_in_order(self.keys, scope, self.found.local)
        limit = scope.parameter(asked.size + int(self.looks_around))
        cut = self.found.cut(self.keys, scope, limit, is_backward=asked.is_backward)
        columns = ", ".join(self.row_columns)
        return f"COLLECT {{ {self.found.where(*inside)}{cut}\nRETURN [{columns}] }}"

    def _shape(self, builders: Mapping[str, Builder]) -> Shape:
        size, is_backward = self.window.size, self.window.is_backward

        def shape_page(columns: Any, tools: Tools) -> Any:  # noqa: ANN401 - a response value
            rows, has_before, has_after = columns[:_FIRST_PAGE_COLUMN]
            has_more = len(rows) > size
            kept = rows[:size]
            if is_backward:
                kept.reverse()
            cut = Cut(
                kept,
                has_previous=has_before or (is_backward and has_more),
                has_next=has_after or (not is_backward and has_more),
                columns=columns,
            )
            return {key: build(cut, tools) for key, build in builders.items()}

        return shape_page


_FIRST_PAGE_COLUMN = 3
"""Rows, what lies before, what lies after: then what else was asked for."""


def compiled_page(compiling: Compiling, selected: Selected, page: Page, roles: Roles) -> Compiled:
    """Compile a field that answers a connection."""
    assert selected.definition is not None
    connection = get_named_type(selected.definition.type)
    assert isinstance(connection, GraphQLObjectType)
    keys = _keys(page, selected.arguments)
    asked = window(selected.arguments, keys)
    rows = found(page.rows, selected, compiling.scope, roles)
    return PageCompiler(compiling, keys, asked, rows).compile(connection, selected.nodes)


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
