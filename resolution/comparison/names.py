"""Names of two mentions compared: the best pair of their names, and what it says.

Rows of the mention table in, one column for each finding out. Likeness is not evidence: what two
names leave over and how common what they share is are told apart from how alike they are. A brother
shares all but one word, and a namesake shares words that many bear.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from actors.names import COMPANY_FORMS, PARTICLES, TITLES
from resolution.comparison.alignment import MEASURES, align
from resolution.comparison.values import (
    Floats,
    Integers,
    Lists,
    Products,
    distinct,
    largest,
    numbered,
    products,
)
from resolution.model import WordCounts

FINDINGS = (
    "name_similarity",
    "name_exact",
    "name_evidence",
    "name_clash",
    "name_common",
    "person_name_extra",
    "organization_name_extra",
    "organization_part",
    "name_acronym",
    "name_weak",
    "name_primary",
    "name_several",
)

_FURTHER_NAMES = 3
_WEAK_MALUS = 0.05
# What two rare words prove; `evidence` counts up to three.
_FULL_EVIDENCE = 3.0
_ENOUGH_EVIDENCE = 2.0
# Beyond this many words alignment looks no further either.
_MOST_WORDS = 12
# Of a father's name, which is left out as a rule and not as an exception.
_PATRONYMIC = re.compile(
    r"(?:[oe]vich|[oe]vych|avich|ovna|[ei]vna|ichna|[oe]vic|[oa]una|oglu|ogly|oghlu|uulu|kyzy|zade)$"
)
_PATRONYMIC_COUNTS = 0.3
# Abu Omar is what a man is called at home; so are thousands.
_KUNYA = frozenset({"abu", "abou", "umm", "um"})


@dataclass(frozen=True, slots=True)
class NamePairs:
    """Every combination of the two sides' names for each pair, measured; and the best of each."""

    combined: Products
    names: Lists
    measured: Floats
    is_weak: npt.NDArray[np.bool_]
    are_primary: npt.NDArray[np.bool_]
    best: Integers
    """Where each pair's best combination lies; -1 where a side has no name."""


def name_pairs(table: pa.Table, left: Integers, right: Integers, words: WordCounts) -> NamePairs:
    """Compare all names of the two sides, each distinct pair of names once."""
    names = numbered(table.column("names"))
    weak, primary = (
        table.column(name).combine_chunks().flatten().to_numpy(zero_copy_only=False).astype(bool)
        for name in ("weak_names", "primary_names")
    )
    combined = products(names, left, right)
    pairs = distinct(names.numbers[combined.left], names.numbers[combined.right], len(names.values))
    measured = align(names.values, pairs.smaller, pairs.larger, words)[pairs.inverse]
    is_weak = weak[combined.left] | weak[combined.right]
    merit = measured[:, 0] - _WEAK_MALUS * is_weak
    return NamePairs(
        combined=combined,
        names=names,
        measured=measured,
        is_weak=is_weak,
        are_primary=primary[combined.left] & primary[combined.right],
        best=_best(combined.pair, merit, pairs.inverse, len(left)),
    )


def compare_names(table: pa.Table, left: Integers, right: Integers, words: WordCounts) -> Floats:
    """Return one row of findings for each pair of rows."""
    found = name_pairs(table, left, right, words)
    pair, count = found.combined.pair, len(left)
    if not len(pair):
        return np.zeros((count, len(FINDINGS)))
    has_names = found.best >= 0
    similarity, exact, evidence, _, _, part, _ = found.measured[found.best].T
    kinds = np.array(table.column("entity_kind").to_pylist(), dtype=object)
    is_person = (kinds[left] == "PERSON") | (kinds[right] == "PERSON")
    rest = _rest(found, words)
    acronym = found.measured[:, MEASURES.index("acronym")]
    of_best = np.column_stack(
        [
            similarity,
            exact,
            evidence,
            rest.clash,
            rest.common,
            np.where(is_person, rest.extra, 0.0),
            np.where(is_person, 0.0, rest.extra),
            np.where(is_person, 0.0, part),
            largest(acronym, pair, count),
            found.is_weak[found.best],
        ]
    )
    return np.column_stack(
        [
            of_best * has_names[:, None],
            largest(found.measured[:, 0] * found.are_primary, pair, count),
            _several(found.measured[:, MEASURES.index("exact")], pair, count),
        ]
    )


@dataclass(frozen=True, slots=True)
class _Rest:
    """What the best pair of names leaves over, and how little what it shares may say."""

    clash: Floats
    """In words: how far each side has one that the other lacks, 1 for a whole word or more."""
    extra: Floats
    """In information: how much of what the longer name says the shorter does not."""
    common: Floats
    """1 where what they share is borne by everyone, 0 from two rare words on."""


def _rest(found: NamePairs, words: WordCounts) -> _Rest:
    spelled = found.names.values
    ends = [
        found.names.numbers[side[found.best]]
        for side in (found.combined.left, found.combined.right)
    ]
    _, _, evidence, clash, extra, _, _ = found.measured[found.best].T
    telling = np.array([len(telling_words(name)) for name in spelled], dtype=np.float64)
    information = _summed(spelled, words.rarity)
    patronymic = _summed(spelled, lambda word: words.rarity(word) * is_patronymic(word))
    shared = evidence * _FULL_EVIDENCE
    clashing = np.minimum(clash * np.minimum(telling[ends[0]], telling[ends[1]]), 1.0)
    rests = []
    for mine, theirs in (ends, ends[::-1]):
        over = np.maximum(information[mine] - shared, 0.0)
        left_out = np.where(patronymic[theirs] > 0, 0.0, np.minimum(patronymic[mine], over))
        rests.append(over - (1 - _PATRONYMIC_COUNTS) * left_out)
    # Evidence is cut off; then the share of words must do.
    longest = np.maximum(information[ends[0]], information[ends[1]])
    rest = np.where(evidence >= 1.0, extra * longest, np.maximum(*rests))
    rest = np.where((extra == 0.0) & (clash == 0.0), 0.0, rest)
    return _Rest(
        clash=clashing,
        extra=rest / np.maximum(rest + shared, 1e-9),
        common=np.clip(1.0 - shared / _ENOUGH_EVIDENCE, 0.0, 1.0) * (1.0 - clashing),
    )


def _summed(names: list[str], count: Callable[[str], float]) -> Floats:
    counted = {word: count(word) for word in {word for name in names for word in name.split()}}
    return np.array(
        [sum(counted[word] for word in name.split()[:_MOST_WORDS]) for name in names],
        dtype=np.float64,
    )


@lru_cache(maxsize=1 << 16)
def telling_words(name: str) -> tuple[str, ...]:
    """Return the words of a folded name that tell actors apart.

    >>> telling_words("dr abu omar al shishani"), telling_words("oao gazprom")
    (('omar', 'shishani'), ('gazprom',))
    """
    words = name.split()[:_MOST_WORDS]
    telling = tuple(word for word in words if not _says_little(word))
    return telling or tuple(words)


def is_patronymic(word: str) -> bool:
    """Tell whether a folded word is a father's name by its ending.

    >>> is_patronymic("sergeyevich"), is_patronymic("sergey")
    (True, False)
    """
    return _PATRONYMIC.search(word) is not None


def _says_little(word: str) -> bool:
    return (
        len(word) == 1
        or word in PARTICLES
        or word in COMPANY_FORMS
        or word in TITLES
        or word in _KUNYA
    )


def _several(exact: Floats, pair: Integers, pairs: int) -> Floats:
    """Return how many names beyond the first agree, from 0 to 1 for four or more in all."""
    agreeing = np.bincount(pair, weights=exact, minlength=pairs)
    return np.clip((agreeing - 1) / _FURTHER_NAMES, 0.0, 1.0)


def _best(pair: Integers, merit: Floats, spelling: Integers, pairs: int) -> Integers:
    """Return where each pair's best combination lies; -1 where it has none.

    At a tie the alphabet decides, so that left and right never do.
    """
    order = np.lexsort((spelling, -merit, pair))
    firsts = np.full(pairs, -1, dtype=np.int64)
    owners, starts = np.unique(pair[order], return_index=True)
    firsts[owners] = order[starts]
    return firsts
