"""OrganizationName: words aligned in any order; legal forms say little, a part is not the whole.

A cell is read to folded words. IRGC and IRGC Navy share all that the shorter says, so a word that
names a part and stands on one side only is a finding of its own; so is an acronym of the other.
"""

from collections.abc import Sequence

import numpy as np

from actors.names import COMPANY_FORMS, PARTICLES, PARTS, fold, without_company_form
from resolution.blocking.keys import initials
from resolution.tables.fields import Field
from resolution.tables.records import Column
from resolution.tables.variables.aligned import (
    AGAINST,
    COMMON,
    NUMBERS,
    Lexicon,
    name_comparer,
    names_of,
)
from resolution.tables.variables.base import Comparer, Floats, Integers
from resolution.tables.variables.own import Findings, OwnVariable
from resolution.tables.variables.wordkeys import ORGANIZATION_KEYS

_ALIGNED = (*COMMON, *NUMBERS, "part")
_FINDINGS = Findings((*_ALIGNED, "acronym"), against=AGAINST)
_ABSENT = -1


def organization_name(field: Field) -> OwnVariable:
    """Return the variable that compares a column of organizations' names."""
    return OwnVariable(field, _FINDINGS, read_organization, _prepare, ORGANIZATION_KEYS)


def read_organization(text: str) -> str | None:
    """Return folded words.

    >>> read_organization("Müller & Söhne G.m.b.H.")
    'muller and sohne gmbh'
    """
    return fold(text) or None


def _weight(word: str) -> float:
    if word in COMPANY_FORMS or word in PARTICLES:
        return 0.1
    return 0.3 if len(word) == 1 and word.isalpha() else 1.0


_LEXICON = Lexicon(weight=_weight, core=without_company_form, parts=PARTS)


def _prepare(column: Column) -> Comparer:
    names = names_of(column)
    align = name_comparer(names, _LEXICON, _ALIGNED)
    joined, shorts = _acronyms(names.folded)

    def compare(left: Integers, right: Integers) -> Floats:
        is_short = (joined[left] == shorts[right]) | (shorts[left] == joined[right])
        return np.hstack([align(left, right), is_short[:, None].astype(np.float64)])

    return compare


def _acronyms(names: Sequence[str]) -> tuple[Integers, Integers]:
    """Give each name written together a number, and that of the name its first letters spell."""
    joined = [without_company_form(name).replace(" ", "") for name in names]
    number = {text: position for position, text in enumerate(dict.fromkeys(joined))}
    wholes = np.array([number[text] for text in joined], dtype=np.int64)
    shorts = [number.get(initials(name), _ABSENT) for name in names]
    return wholes, np.array(shorts, dtype=np.int64)
