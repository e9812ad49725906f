"""Identifier: numbers of passports, companies, ships, accounts; letters and figures alone count.

Equal, off by one slip, or different, and then still more or less alike. How much an equal number
proves depends on how many share it. The option `"scheme"` names a scheme with check digits (`imo`,
`lei`, `iban`, `isin`, `luhn`, `inn`, `ogrn`): two numbers that both pass its check are two numbers,
however near.
"""

from collections.abc import Iterable
from functools import partial

import numpy as np
import numpy.typing as npt

from actors.errors import FieldsError
from actors.names import fold
from resolution.alignment.edits import spell_pairs
from resolution.compiled import compiled
from resolution.schemes import SCHEMES
from resolution.tables.fields import Field
from resolution.tables.records import Column
from resolution.tables.variables.base import Comparer, Floats, Integers
from resolution.tables.variables.lexicon import words
from resolution.tables.variables.own import Findings, OwnVariable
from resolution.tables.variables.rarity import rarities

FINDINGS = Findings(
    ("same", "near", "alike", "different", "rarity"),
    against=frozenset({"different"}),
    undecided=frozenset({"near"}),
)
_SAYS_NOTHING = frozenset(words("no_identifier"))
_SHORTEST_NEAR = 5
# Two numbers that are drawn agree in fewer of their figures; addresses of e-mail do in more.
_BY_CHANCE = 0.6
_END = 5
_MOST_LETTERS = 24


def identifier(field: Field) -> OwnVariable:
    """Return the variable that compares a column of identifiers."""
    scheme = field.options.get("scheme")
    if scheme is not None and scheme not in SCHEMES:
        raise FieldsError(f"no scheme is called {scheme!r}; there are {', '.join(sorted(SCHEMES))}")
    name = None if scheme is None else str(scheme)
    return OwnVariable(
        field, FINDINGS, partial(read_identifier, scheme=name), partial(_prepare, scheme=name),
        IDENTIFIER_KEYS,
    )  # fmt: skip


def read_identifier(text: str, *, scheme: str | None = None) -> str | None:
    """Return letters and figures alone, without the scheme's name before them.

    >>> read_identifier("IMO 9074729", scheme="imo"), read_identifier("AB-123 456")
    ('9074729', 'ab123456')
    """
    plain = fold(text).replace(" ", "")
    rest = plain.removeprefix(scheme) if scheme else plain
    if not rest.strip("0") or rest in _SAYS_NOTHING:
        return None
    return rest


def _prepare(column: Column, scheme: str | None) -> Comparer:
    values = [str(value) for value in column.values]
    letters = np.frombuffer("".join(values).encode(), np.uint8)
    starts = np.cumsum([0, *(len(value) for value in values)])
    check = SCHEMES.get(scheme or "")
    valid = np.array([check is not None and check(value) for value in values], dtype=np.bool_)
    rarity = rarities(column.counts, float(column.counts.sum()))

    def compare(left: Integers, right: Integers) -> Floats:
        found = np.zeros((len(left), len(FINDINGS.order)))
        same = left == right
        may_be_slip = ~same & ~(valid[left] & valid[right])
        near = are_near(letters, starts, left, right) & may_be_slip
        alike = spell_pairs(letters, starts, left, right)
        found[:, 0] = same
        found[:, 1] = near
        found[:, 2] = np.where(may_be_slip, np.maximum(alike - _BY_CHANCE, 0) / (1 - _BY_CHANCE), 0)
        found[:, 3] = ~(same | near)
        found[:, 4] = np.where(same, rarity[left], 0.0)
        return found

    return compare


@compiled
def are_near(
    letters: npt.NDArray[np.uint8], starts: Integers, left: Integers, right: Integers
) -> npt.NDArray[np.bool_]:
    """Tell which pairs differ by one letter more, less or other, or by two that changed places."""
    found = np.zeros(len(left), dtype=np.bool_)
    for row in range(len(left)):
        one, one_end = starts[left[row]], starts[left[row] + 1]
        other, other_end = starts[right[row]], starts[right[row] + 1]
        size, other_size = one_end - one, other_end - other
        if abs(size - other_size) > 1 or min(size, other_size) < _SHORTEST_NEAR:
            continue
        while one < one_end and other < other_end and letters[one] == letters[other]:
            one += 1
            other += 1
        while (
            one < one_end and other < other_end and letters[one_end - 1] == letters[other_end - 1]
        ):
            one_end -= 1
            other_end -= 1
        size, other_size = one_end - one, other_end - other
        found[row] = max(size, other_size) <= 1 or (
            size == other_size == 2
            and letters[one] == letters[other + 1]
            and letters[one + 1] == letters[other]
        )
    return found


def _slips(value: str) -> Iterable[str]:
    """Give the number, and with each letter left out: who mistypes one shares it."""
    short = value[:_MOST_LETTERS]
    return {value, *(short[:place] + short[place + 1 :] for place in range(len(short)))}


IDENTIFIER_KEYS = {
    "whole": lambda value: (value,),
    "head": lambda value: (value[:_END],),
    "tail": lambda value: (value[-_END:],),
    "sorted letters": lambda value: ("".join(sorted(value)),),
    "slip": _slips,
}
