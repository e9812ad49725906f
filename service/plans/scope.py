"""Names for one statement: fresh variables, parameters, and templates filled with both.

Values reach Cypher here and only here, and only as parameters.
"""

import re
from collections.abc import Mapping
from typing import Any

_HOLE = re.compile(r"([@$])(\w+)")

Roles = dict[str, str]
"""Role → the Cypher variable bound to it."""


class Scope:
    """Hands out the names of one statement; none is given twice."""

    def __init__(self) -> None:
        self.parameters: dict[str, Any] = {}
        self.derives = False
        """Whether something is computed from the answer, beyond naming its values."""
        self._variables = 0

    def variable(self) -> str:
        """Return a variable that nothing else in the statement uses."""
        self._variables += 1
        return f"v{self._variables}"

    def parameter(self, value: object) -> str:
        """Keep a value for the driver and return what stands for it in Cypher."""
        name = f"p{len(self.parameters)}"
        self.parameters[name] = value
        return f"${name}"

    def fill(self, template: str, roles: Roles, values: Mapping[str, Any] | None = None) -> str:
        """Return the template as Cypher; roles it introduces are added to `roles`.

        >>> scope = Scope()
        >>> scope.fill("@this.kind IN $value", {"this": "v9"}, {"value": ["PERSON"]})
        'v9.kind IN $p0'
        """
        given: dict[str, str] = {}

        def filled(hole: re.Match[str]) -> str:
            sigil, name = hole.groups()
            if sigil == "@":
                if name not in roles:
                    roles[name] = self.variable()
                return roles[name]
            if name not in given:
                given[name] = self.parameter((values or {}).get(name))
            return given[name]

        return _HOLE.sub(filled, template)
