"""Random valid queries over the schema: selections, arguments, aliases, fragments, directives.

Arguments are drawn from values the graph holds and some it does not; cursors are left to the tests
of paging, since no valid one can be made up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)
from hypothesis import strategies as st

_CURSORS = {"after", "before"}


@dataclass
class Drawing:
    """One query being drawn."""

    schema: GraphQLSchema
    draw: Any
    strings: Mapping[str, Sequence[str]]
    ids: Sequence[str]
    variables: dict[str, Any] = field(default_factory=dict)
    declarations: list[str] = field(default_factory=list)
    fragments: list[str] = field(default_factory=list)

    def query(self) -> tuple[str, dict[str, Any]]:
        roots = [
            f"r{place}: {self.field(self.schema.query_type, name, 4)}"
            for place, name in enumerate(self.some(sorted(self.schema.query_type.fields), 1, 2))
        ]
        declared = f"({', '.join(self.declarations)})" if self.declarations else ""
        document = f"query Drawn{declared} {{ {' '.join(roots)} }} {' '.join(self.fragments)}"
        return document, self.variables

    def some(self, options: Sequence[str], least: int, most: int) -> list[str]:
        return self.draw(
            st.lists(st.sampled_from(options), min_size=least, max_size=most, unique=True)
        )

    def chance(self, one_in: int) -> bool:
        return self.draw(st.integers(1, one_in)) == 1

    def field(self, parent: Any, name: str, depth: int) -> str:
        definition = parent.fields[name]
        text = name + self.arguments(definition.args)
        if self.chance(10):
            text += f" @{self.draw(st.sampled_from(('skip', 'include')))}(if: {self.boolean()})"
        named = get_named_type(definition.type)
        return text if is_leaf_type(named) else f"{text} {{ {self.selection(named, depth)} }}"

    def boolean(self) -> str:
        value = self.draw(st.booleans())
        return self.variable("Boolean!", value) if self.chance(3) else str(value).lower()

    def selection(self, parent: Any, depth: int) -> str:
        if isinstance(parent, GraphQLInterfaceType):
            return self.interface(parent, depth)
        parts = ["__typename"] if self.chance(6) else []
        options = [
            name
            for name, definition in sorted(parent.fields.items())
            if depth > 0 or is_leaf_type(get_named_type(definition.type))
        ]
        for name in self.some(options, 1, 4) if options else ["__typename"]:
            text = self.field(parent, name, depth - 1) if name != "__typename" else name
            alias = f"z{len(parts)}{depth}: " if self.chance(5) else ""
            if alias or not parts or all(_key(text) != _key(other) for other in parts):
                parts.append(alias + text)
        text = " ".join(parts)
        if self.chance(8):
            return f"... on {parent.name} {{ {text} }}"
        if self.chance(8):
            self.fragments.append(f"fragment f{len(self.fragments)} on {parent.name} {{ {text} }}")
            return f"...f{len(self.fragments) - 1}"
        return text

    def interface(self, parent: GraphQLInterfaceType, depth: int) -> str:
        kinds = {kind.name: kind for kind in self.schema.get_possible_types(parent)}
        parts = [
            f"... on {name} {{ t{place}: __typename {self.aliased(kinds[name], depth, place)} }}"
            for place, name in enumerate(self.some(sorted(kinds), 1, 4))
        ]
        return " ".join(["__typename", "id", *parts])

    def aliased(self, kind: GraphQLObjectType, depth: int, place: int) -> str:
        """Alias every field, since two types' fields of one name may not agree."""
        names = self.some(sorted(kind.fields), 1, 3)
        return " ".join(
            f"i{place}{number}: {self.field(kind, name, depth - 1)}"
            for number, name in enumerate(names)
            if depth > 0 or is_leaf_type(get_named_type(kind.fields[name].type))
        )

    def arguments(self, definitions: Mapping[str, Any]) -> str:
        given = []
        exclusive = self.draw(st.sampled_from(("first", "last")))
        for name, definition in sorted(definitions.items()):
            if name in _CURSORS or (
                name in {"first", "last"} and name != exclusive and "last" in definitions
            ):
                continue
            if is_non_null_type(definition.type) or self.chance(2):
                value = self.value(name, definition.type, 3)
                written = (
                    self.variable(str(definition.type), value)
                    if self.chance(3)
                    else _literal(value, definition.type)
                )
                given.append(f"{name}: {written}")
        return f"({', '.join(given)})" if given else ""

    def variable(self, type_: str, value: Any) -> str:
        name = f"v{len(self.variables)}"
        self.variables[name] = value
        self.declarations.append(f"${name}: {type_}")
        return f"${name}"

    def value(self, name: str, type_: Any, depth: int) -> Any:  # noqa: PLR0911
        if not is_non_null_type(type_) and self.chance(8) and name not in {"depth", "limit"}:
            return None
        plain = get_nullable_type(type_)
        if is_list_type(plain):
            size = self.draw(st.integers(0, 3))
            return [self.value(name, plain.of_type, depth) for _ in range(size)]
        if isinstance(plain, GraphQLEnumType):
            return self.draw(st.sampled_from(sorted(plain.values)))
        if isinstance(plain, GraphQLInputObjectType):
            return self.input(plain, depth)
        match plain.name:
            case "Int":
                return self.draw(st.integers(0, 4))
            case "Boolean":
                return self.draw(st.booleans())
            case "ID":
                known = self.strings.get(name)
                return self.draw(st.sampled_from(known or self.ids))
            case "Date":
                return self.draw(st.sampled_from(self.strings["date"]))
            case _:
                return self.draw(st.sampled_from(self.strings.get(name, ("?",))))

    def input(self, type_: GraphQLInputObjectType, depth: int) -> dict[str, Any]:
        options = [
            name
            for name, definition in sorted(type_.fields.items())
            if depth > 0 or get_named_type(definition.type) is not type_
        ]
        required = [n for n in options if is_non_null_type(type_.fields[n].type)]
        chosen = dict.fromkeys([*required, *self.some(options, 0, 3)])
        return {name: self.value(name, type_.fields[name].type, depth - 1) for name in chosen}


def _key(text: str) -> str:
    return text.split("(", maxsplit=1)[0].split(" ", maxsplit=1)[0]


def _literal(value: Any, type_: Any) -> str:
    plain = get_nullable_type(type_)
    if value is None:
        return "null"
    if is_list_type(plain):
        return f"[{', '.join(_literal(item, plain.of_type) for item in value)}]"
    if isinstance(plain, GraphQLInputObjectType):
        parts = (f"{name}: {_literal(v, plain.fields[name].type)}" for name, v in value.items())
        return f"{{{', '.join(parts)}}}"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) or isinstance(plain, GraphQLEnumType):
        return str(value)
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


@st.composite
def queries(
    draw: Any, schema: GraphQLSchema, strings: Mapping[str, Sequence[str]], ids: Sequence[str]
) -> tuple[str, dict[str, Any]]:
    """Draw a valid query and its variables."""
    return Drawing(schema, draw, strings, ids).query()
