"""The clauses that find a field's rows: its pattern, and what its arguments demand of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.plans.conditions import filter_type_of, predicates, restriction
from service.plans.mapping import Key, Rows
from service.plans.paging import ordering
from service.plans.scope import Roles, Scope
from service.plans.selection import Selected


@dataclass(frozen=True, slots=True)
class Found:
    """Rows as Cypher: what matches, what must hold, and the variables both bind."""

    match: str
    holding: tuple[str, ...]
    local: Roles
    """Every role of the pattern, for order keys."""
    row: Roles
    """The roles the row's own fields speak of."""
    outer: frozenset[str]
    """Variables of the surrounding query; they stay visible, and WITH must not name them."""

    def where(self, *more: str) -> str:
        """Return the clauses, with further predicates."""
        holding = [*self.holding, *more]
        return self.match + (f"\nWHERE {' AND '.join(holding)}" if holding else "")

    def counted(self, *more: str) -> str:
        """Return the clauses as COUNT and EXISTS take them: a pattern, or returned rows."""
        text = self.where(*more)
        return text if text.startswith("MATCH") else f"{text}\nRETURN 1 AS one"

    def cut(
        self, keys: Sequence[Key], scope: Scope, limit: str | None, *, is_backward: bool = False
    ) -> str:
        """Return the clause that orders and bounds the rows before anything is made of them."""
        if not keys and limit is None:
            return ""
        order = ordering(keys, scope, self.local, is_backward=is_backward)
        kept = sorted({*self.local.values()} - self.outer)
        bound = f"\nLIMIT {limit}" if limit else ""
        return f"\nWITH {', '.join(kept)}" + (f"\nORDER BY {order}" if order else "") + bound


def found(rows: Rows, selected: Selected, scope: Scope, roles: Roles) -> Found:
    """Return where a field's rows come from, given its arguments."""
    local = dict(roles)
    template = rows.match(selected.arguments) if callable(rows.match) else rows.match
    values = dict(selected.arguments)
    values.update({name: make(selected.arguments) for name, make in rows.prepare.items()})
    match = scope.fill(template, local, values)
    row = {role: local[inner] for role, inner in rows.roles.items()}
    holding = _demanded(rows, selected, scope, row)
    return Found(match, tuple(holding), local, row, frozenset(roles.values()))


def _demanded(rows: Rows, selected: Selected, scope: Scope, row: Roles) -> list[str]:
    """Return what the field's arguments demand of a row."""
    assert selected.definition is not None
    holding = [scope.fill(rows.holding, dict(row))] if rows.holding else []
    for name, argument in selected.definition.args.items():
        value = selected.arguments.get(name)
        if value is None:
            continue
        if name in rows.conditions:
            holding.append(restriction(rows.conditions[name], value, scope, row))
        elif filter_type := filter_type_of(argument.type):
            holding.extend(predicates(filter_type, value, scope, row))
    return holding
