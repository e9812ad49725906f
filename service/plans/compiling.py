"""What the parts of the compiler need of each other; pages hold objects, and objects hold pages."""

from collections.abc import Sequence
from typing import Any, Protocol

from graphql import FieldNode, GraphQLObjectType

from service.plans.scope import Roles, Scope
from service.plans.selection import Request
from service.plans.shapes import Compiled, MadeShape


class Compiling(Protocol):
    """The compiler, as its parts see it."""

    @property
    def request(self) -> Request:
        """What graphql-core knows of the operation."""

    @property
    def scope(self) -> Scope:
        """The names of the statement under way."""

    def object(
        self, parent: GraphQLObjectType, nodes: Sequence[FieldNode], roles: Roles
    ) -> Compiled:
        """Compile what is selected on an object."""

    def made(self, graphql_type: Any, nodes: Sequence[FieldNode]) -> MadeShape:  # noqa: ANN401 - graphql-core's own type union
        """Compile what is selected on a value that Python makes."""
