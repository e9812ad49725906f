"""Columns of names of any kind: prepared once, then compared pair by pair in compiled code.

Folded names in, one row of findings a pair out. What is a title, a company form or a part is the
lexicon's business; words are weighed and rated here, by the column's own counts.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from resolution.alignment.edits import spell_pairs
from resolution.alignment.measures import MEASURES
from resolution.alignment.pairs import align_pairs
from resolution.alignment.spellings import SplitNames, WordFacts, kind, spellings_of, split_names
from resolution.compiled import compiled
from resolution.tables.records import Column
from resolution.tables.variables.base import Comparer, Floats, Integers
from resolution.tables.variables.own import Findings
from resolution.tables.variables.rarity import rarities

FINDINGS = (*MEASURES, "exact", "rarity", "spelled alike", "spelled otherwise")
"""The aligned share; how well the worst word is matched; how rare what agrees is; how many words
are equal beyond the first; what both sides leave over; what either does; numbers that differ, or
that only one side has; a word for a part that only one side has; the same words in any order; how
rare the name is that both share; and, letter by letter, how far more or fewer agree than do by
chance."""
FURTHER = "further"
AGAINST = frozenset({"clash", "extra", "spelled otherwise", "other number", "extra number", "part"})
NUMBERS = ("other number", "extra number")
COMMON = tuple(one for one in FINDINGS if one not in {FURTHER, *NUMBERS, "part"})
"""What is found of names of every kind."""
NUMBERED = Findings((*COMMON, *NUMBERS), against=AGAINST - {"part"})
"""What is found of names in which numbers matter and nothing names a part."""

_FURTHER = FINDINGS.index(FURTHER)
_EXACT, _RARITY, _ALIKE, _OTHERWISE = range(len(MEASURES), len(FINDINGS))
# Names of different people agree in about half of their letters; from here on it says something.
_BY_CHANCE = 0.6


def _no_groups(word: str) -> Sequence[int]:
    del word
    return ()


def _itself(name: str) -> str:
    return name


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a type of name knows about words."""

    weight: Callable[[str], float]
    """What a word counts, from 0 to 1."""
    joins: bool = True
    """Whether words may be written apart or together."""
    core: Callable[[str], str] = _itself
    """The part of a name that makes it the same."""
    parts: frozenset[str] = frozenset()
    nicknames: Callable[[str], Sequence[int]] = _no_groups


@dataclass(frozen=True, slots=True)
class Names:
    """A column's distinct names."""

    folded: Sequence[str]
    split: SplitNames
    counts: Integers
    """How many records have each."""


def names_of(column: Column) -> Names:
    """Split a column's names once for all that looks at their words."""
    folded = [str(value) for value in column.values]
    return Names(folded, split_names(folded), column.counts)


def name_comparer(names: Names, lexicon: Lexicon, wanted: Sequence[str]) -> Comparer:
    """Prepare names; the answer finds what is wanted of FINDINGS."""
    kept = np.array([FINDINGS.index(finding) for finding in wanted], dtype=np.int64)
    split = names.split
    total = float(names.counts.sum())
    spellings = spellings_of(split, _facts(names, lexicon, total))
    if lexicon.core is _itself:
        wholes = _wholes(split, names.folded)
    else:
        cores = [lexicon.core(name) for name in names.folded]
        wholes = _wholes(split_names(cores), cores)
    _, group = np.unique(wholes[:, 0], return_inverse=True)
    rarity = rarities(np.bincount(group, weights=names.counts), total)[group]

    def compare(left: Integers, right: Integers) -> Floats:
        measured = align_pairs(spellings, left, right, lexicon.joins)
        spelled = spell_pairs(split.letters, split.begins, left, right)
        return _wanted(measured, spelled, wholes, rarity, left, right, kept)

    return compare


@compiled
def _wanted(  # noqa: PLR0913, PLR0917  # compiled code knows arrays, not records
    measured: Floats,
    spelled: Floats,
    wholes: Integers,
    rarity: Floats,
    left: Integers,
    right: Integers,
    kept: Integers,
) -> Floats:
    """Return the wanted findings; who is the same as a whole leaves nothing over."""
    found = np.zeros((len(left), len(kept)))
    row = np.zeros(len(FINDINGS))
    for pair in range(len(left)):
        one, other = left[pair], right[pair]
        row[: len(MEASURES)] = measured[pair]
        row[len(MEASURES) :] = 0.0
        if wholes[one, 0] == wholes[other, 0] or wholes[one, 1] == wholes[other, 1]:
            row[:2] = 1.0
            row[_FURTHER + 1 :] = 0.0
            row[_EXACT] = 1.0
            row[_RARITY] = min(rarity[one], rarity[other])
            row[_ALIKE] = 1.0
        else:
            row[_ALIKE] = max(spelled[pair] - _BY_CHANCE, 0.0) / (1.0 - _BY_CHANCE)
            row[_OTHERWISE] = max(_BY_CHANCE - spelled[pair], 0.0) / _BY_CHANCE
        for place in range(len(kept)):
            found[pair, place] = row[kept[place]]
    return found


def _facts(names: Names, lexicon: Lexicon, total: float) -> WordFacts:
    words = names.split.spelled
    weights = np.array([lexicon.weight(word) for word in words])
    return WordFacts(
        weights=weights,
        rarities=rarities(names.split.totals(names.counts), total) * weights,
        parts=np.array([float(word in lexicon.parts) for word in words]),
        kinds=[kind(word) for word in words],
        nicknames=[lexicon.nicknames(word) for word in words],
    )


def _wholes(split: SplitNames, names: Sequence[str]) -> Integers:
    """Return for each name a number of its words in any order, and one of its letters in theirs."""
    mixed = _mixed(split.words.astype(np.uint64))
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(mixed, dtype=np.uint64)])
    bags = (sums[split.starts[1:]] - sums[split.starts[:-1]]).view(np.int64)
    joined = pc.replace_substring(pa.array(names, pa.string()), " ", "").dictionary_encode()
    return np.column_stack([bags, joined.indices.to_numpy().astype(np.int64)])


def _mixed(numbers: np.ndarray) -> np.ndarray:
    """Spread numbers over 64 bits, so that sums of different words differ (splitmix64)."""
    mixed = (numbers + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(mixed ^ (mixed >> np.uint64(31)))
