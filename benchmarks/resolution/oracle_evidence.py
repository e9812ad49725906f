"""What mentions tell of persons, and how rarely it is told by chance: by the maker's own odds.

In flows what each mention tells (`Told`), out come columns: for each part of a person the value
told, or none, and minus the logarithm of its frequency. Two mentions that tell one value are so
much likelier of one person; two that tell different ones are of two. What is not told is
independent of who the person is, but for further given names: who tells none may have none. That is
kept apart, as the chance to tell what is told for each number of given names.
"""

import math
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from persons_mentions import (
    DAYS,
    FIRST_ALONE_SHARE,
    INITIAL_SHARE,
    MEAN_YEAR,
    NUMBER_DIGITS,
    NUMBER_LETTERS,
    YEAR_DEVIATION,
    YEARS,
    Told,
)
from persons_regions import REGIONS, Region, frequencies

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
UNTOLD = -1


class Evidence(NamedTuple):
    """What mentions tell, row by row; as machine code takes it."""

    values: Integers
    """Each part's value as a number, or UNTOLD."""
    rarities: Floats
    """Minus the logarithm of how often the value is met; 0 where nothing is told."""
    silence: Floats
    """How likely what is told and left out is, for each state of the person that no part tells."""
    states: Floats
    """How usual those states are."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a person: what a mention tells of it, and how often that is met."""

    told: Callable[[Told], Hashable | None]
    frequency: Callable[[Region, Hashable], float]
    is_always_told: bool = False


def evidence(mentions: Sequence[Told]) -> tuple[Evidence, Integers]:
    """Return what mentions tell, and for each a number that all share who tell the same names.

    Whoever tells other names in the parts that are always told is another person.
    """
    columns = [_column(part, mentions) for part in PARTS]
    values = np.stack([column for column, _ in columns], axis=1)
    rarities = np.stack([column for _, column in columns], axis=1)
    always = values[:, [part.is_always_told for part in PARTS]]
    names = np.ravel_multi_index(tuple(always.T), tuple(always.max(axis=0) + 1))
    silence = np.array([_silence(told) for told in mentions])
    states = np.array([_states(told.region) for told in mentions])
    return Evidence(values, rarities, silence, states), np.unique(names, return_inverse=True)[1]


def _column(part: Part, mentions: Sequence[Told]) -> tuple[Integers, Floats]:
    """Return a part's values and their rarities."""
    numbers: dict[tuple[int, Hashable], int] = {}
    rarities: list[float] = []
    found = np.full(len(mentions), UNTOLD)
    for place, mention in enumerate(mentions):
        value = part.told(mention)
        if value is None:
            continue
        key = (id(mention.region), value)
        if key not in numbers:
            numbers[key] = len(numbers)
            rarities.append(-math.log(part.frequency(mention.region, value)))
        found[place] = numbers[key]
    return found, np.append(rarities, 0.0)[found]


def _silence(told: Told) -> list[float]:
    """Return how likely persons of one, two and three given names are to tell as many of them."""
    if told.region.is_family_first:
        return [0.0, 1.0, 0.0]
    if told.initial:
        return [0.0, INITIAL_SHARE, INITIAL_SHARE]
    if len(told.given) == 1:
        return [1.0, FIRST_ALONE_SHARE, FIRST_ALONE_SHARE]
    in_full = 1 - FIRST_ALONE_SHARE - INITIAL_SHARE
    return [in_full if count == len(told.given) else 0.0 for count in (1, 2, 3)]


def _states(region: Region) -> list[float]:
    counts = range(region.least_given, region.most_given + 1)
    return [1 / len(counts) if count in counts else 0.0 for count in (1, 2, 3)]


def _of_region(frequency: Callable[[Region], Mapping[str, float]]) -> Callable[..., float]:
    """Return the frequency of a word, each region's list counted once."""
    known = {id(region): frequency(region) for region in REGIONS}
    return lambda region, word: known[id(region)][word]


def _initials(region: Region) -> Mapping[str, float]:
    found: dict[str, float] = {}
    for name, frequency in frequencies(region.given).items():
        found[name[0]] = found.get(name[0], 0.0) + frequency
    return found


def _year(_: Region, year: Hashable) -> float:
    """Return how usual a year is; those beyond the first and the last are counted there."""
    assert isinstance(year, int)
    years = NormalDist(MEAN_YEAR, YEAR_DEVIATION)
    below = 0.0 if year == YEARS[0] else years.cdf(year - 0.5)
    above = 1.0 if year == YEARS[-1] else years.cdf(year + 0.5)
    return above - below


def _initial(told: Told) -> str | None:
    return told.given[1][0] if len(told.given) > 1 else told.initial or None


_GIVEN = _of_region(lambda region: frequencies(region.given))
_INITIAL = _of_region(_initials)
_ALL_REGIONS = sum(region.usual for region in REGIONS)
_NUMBERS = len(NUMBER_LETTERS) ** 2 * 10**NUMBER_DIGITS

PARTS = (
    Part(
        lambda told: REGIONS.index(told.region),
        lambda region, _: region.usual / _ALL_REGIONS,
        is_always_told=True,
    ),
    Part(
        lambda told: told.family[0],
        _of_region(lambda region: frequencies(region.family)),
        is_always_told=True,
    ),
    Part(
        lambda told: told.family[1],
        _of_region(lambda region: frequencies(region.endings)),
        is_always_told=True,
    ),
    Part(lambda told: told.given[0], _GIVEN, is_always_told=True),
    Part(lambda told: told.born[0] if told.born else None, _year),
    Part(lambda told: told.country, lambda region, _: 1 / len(region.countries)),
    Part(lambda told: told.city, _of_region(lambda region: frequencies(region.cities))),
    Part(lambda told: told.born[1] if len(told.born) > 1 else None, lambda *_: 1 / 12),
    Part(lambda told: told.born[2] if len(told.born) > 2 else None, lambda *_: 1 / len(DAYS)),
    Part(_initial, _INITIAL),
    Part(
        lambda told: told.given[1] if len(told.given) > 1 else None,
        lambda region, name: _GIVEN(region, name) / _INITIAL(region, str(name)[0]),
    ),
    Part(lambda told: told.given[2] if len(told.given) > 2 else None, _GIVEN),
    Part(lambda told: told.id_no, lambda *_: 1 / _NUMBERS),
)
"""All parts are drawn independently of one another, each from its region's list."""
