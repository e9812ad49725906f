"""A query's text in, the operations it holds out, if within bounds that no honest query meets.

The bounds hold before validation, whose cost grows with the square of a hostile document:
characters and tokens while parsing, then depth, aliases and fields, counted as if each fragment
stood where it is spread. What is found is kept by the text, the parsed document is not: those of
strangers could fill the memory.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSyntaxError,
    InlineFragmentNode,
    OperationDefinitionNode,
    OperationType,
    SelectionNode,
    SelectionSetNode,
    parse,
)

from actors.errors import RequestError


class LimitExceeded(RequestError):
    """An operation is larger than the service accepts."""

    code = "LIMIT_EXCEEDED"


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds. GraphiQL's introspection query, the largest honest one, takes half of each."""

    characters: int = 50_000
    tokens: int = 2_000
    depth: int = 25
    aliases: int = 50
    fields: int = 1_000


@dataclass(frozen=True, slots=True)
class _Size:
    depth: int = 0
    aliases: int = 0
    fields: int = 0

    def beside(self, other: "_Size") -> "_Size":
        return _Size(
            max(self.depth, other.depth), self.aliases + other.aliases, self.fields + other.fields
        )

    def below(self, field: FieldNode) -> "_Size":
        return _Size(self.depth + 1, self.aliases + (field.alias is not None), self.fields + 1)


@lru_cache(maxsize=512)
def operation_types(query: str, limits: Limits) -> Mapping[str, OperationType]:
    """Return the type of each operation by its name; LimitExceeded says which bound is broken."""
    _hold("characters", len(query), limits.characters)
    try:
        document = parse(query, no_location=True, max_tokens=limits.tokens)
    except GraphQLSyntaxError as error:
        raise _as_limit(error, limits) or error from None
    size = _document_size(document)
    for bound in ("depth", "aliases", "fields"):
        _hold(bound, getattr(size, bound), getattr(limits, bound))
    return {
        definition.name.value if definition.name else "": definition.operation
        for definition in document.definitions
        if isinstance(definition, OperationDefinitionNode)
    }


def _as_limit(error: GraphQLSyntaxError, limits: Limits) -> LimitExceeded | None:
    """Tell a parser that gave up from a document that is wrong; graphql-core has one class."""
    if "nested too deeply" in error.message:
        return LimitExceeded(_sentence("depth", limits.depth))
    if "Parsing aborted" in error.message:
        return LimitExceeded(_sentence("tokens", limits.tokens))
    return None


def _hold(bound: str, counted: int, limit: int) -> None:
    if counted > limit:
        raise LimitExceeded(_sentence(bound, limit))


def _sentence(bound: str, limit: int) -> str:
    what = f"{limit} levels of fields" if bound == "depth" else f"{limit:,} {bound}"
    return f"The operation has more than the {what} that one request may have: ask in several."


def _document_size(document: DocumentNode) -> _Size:
    fragments = {
        definition.name.value: definition
        for definition in document.definitions
        if isinstance(definition, FragmentDefinitionNode)
    }
    known: dict[str, _Size] = {}
    total = _Size()
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            total = total.beside(_size(definition.selection_set, fragments, known))
    return total


def _size(
    selections: SelectionSetNode | None,
    fragments: dict[str, FragmentDefinitionNode],
    known: dict[str, _Size],
) -> _Size:
    total = _Size()
    for selection in selections.selections if selections else ():
        total = total.beside(_selection_size(selection, fragments, known))
    return total


def _selection_size(
    selection: SelectionNode,
    fragments: dict[str, FragmentDefinitionNode],
    known: dict[str, _Size],
) -> _Size:
    match selection:
        case FieldNode():
            return _size(selection.selection_set, fragments, known).below(selection)
        case InlineFragmentNode():
            return _size(selection.selection_set, fragments, known)
        case FragmentSpreadNode():
            return _fragment_size(selection.name.value, fragments, known)
    return _Size()


def _fragment_size(
    name: str, fragments: dict[str, FragmentDefinitionNode], known: dict[str, _Size]
) -> _Size:
    if name not in known:
        known[name] = _Size()  # a fragment within itself counts nothing: validation refuses it
        if name in fragments:
            known[name] = _size(fragments[name].selection_set, fragments, known)
    return known[name]
