"""One person in, all mentions out: the row each writes, and what it tells beneath its spelling.

`Told` is for those who ask how well the table can be put together at all (`oracle.py`): no program
that reads the rows has it. It undoes spellings, orders and slips, and names no more of a date than
the mention has right.
"""

import random
from dataclasses import dataclass

from persons_regions import Region, usual

Row = tuple[str | int | None, ...]
MENTIONS = {1: 48, 2: 26, 3: 12, 4: 6, 5: 4, 7: 3, 9: 1}
"""How often a person is mentioned, and how usual that is."""
YEARS = range(1928, 2004)
MEAN_YEAR, YEAR_DEVIATION = 1968, 13
DAYS = range(1, 29)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
NUMBER_LETTERS, NUMBER_DIGITS = "BCDFGHJK", 7
CITY_SHARE, COUNTRY_SHARE, NUMBER_SHARE = 0.7, 0.85, 0.25
"""How many of the mentions tell these."""
FIRST_ALONE_SHARE, INITIAL_SHARE = 0.3, 0.2
"""How often only the first of several given names is told, and with an initial of the second."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a mention tells of its person; None or nothing where it tells nothing."""

    region: Region
    family: tuple[str, str]
    """The stem and the ending."""
    given: tuple[str, ...]
    """Those that are told in full, the first always among them."""
    initial: str
    """Of the second given name, where no more is told of it."""
    born: tuple[int, ...]
    """The year, the month and the day, as far as they are told and right."""
    city: str | None
    country: str | None
    id_no: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """Whom mentions speak of."""

    region: Region
    given: tuple[str, ...]
    family: tuple[str, str]
    born: tuple[int, int, int]
    city: str
    country: str
    id_no: str

    @classmethod
    def drawn(cls, chance: random.Random, region: Region) -> "Person":
        """Return a person of a region."""
        given = tuple(
            usual(chance, region.given)
            for _ in range(chance.randint(region.least_given, region.most_given))
        )
        family = (usual(chance, region.family), usual(chance, region.endings))
        year = min(YEARS[-1], max(YEARS[0], round(chance.gauss(MEAN_YEAR, YEAR_DEVIATION))))
        born = (year, chance.randint(1, 12), chance.randint(DAYS[0], DAYS[-1]))
        city, country = usual(chance, region.cities), chance.choice(region.countries)
        letters = "".join(chance.choices(NUMBER_LETTERS, k=2))
        number = f"{letters}{chance.randrange(10**NUMBER_DIGITS):0{NUMBER_DIGITS}}"
        return cls(region, given, family, born, city, country, number)


def mentions_of(chance: random.Random, person: Person, number: int) -> list[tuple[Row, Told]]:
    """Return all mentions of a person, who has a number as the truth."""
    times = chance.choices(list(MENTIONS), list(MENTIONS.values()))[0]
    return [_mention(chance, person, number) for _ in range(times)]


def _mention(chance: random.Random, person: Person, number: int) -> tuple[Row, Told]:
    name, given, initial = _name(chance, person)
    date, born = _date(chance, person.born)
    city = _told(chance, CITY_SHARE, _slipped(chance, _spelt(chance, person.city), 0.04))
    country = _told(chance, COUNTRY_SHARE, person.country)
    slipped = _slipped(chance, person.id_no.lower(), 0.03).upper()
    id_no = _told(chance, NUMBER_SHARE, slipped)
    told = Told(
        region=person.region,
        family=person.family,
        given=given,
        initial=initial,
        born=born,
        city=city and person.city,
        country=country,
        id_no=id_no and person.id_no,
    )
    return (name, date, city, country, id_no, number), told


def _name(chance: random.Random, person: Person) -> tuple[str, tuple[str, ...], str]:
    """Return a name as written, the given names it tells in full, and the initial."""
    is_family_first = person.region.is_family_first
    family = "".join([_spelt(chance, one) for one in person.family])
    names = [_spelt(chance, one) for one in person.given]
    given, initial = person.given, ""
    if len(names) > 1 and not is_family_first:
        way = chance.random()
        if way < FIRST_ALONE_SHARE:
            names, given = names[:1], given[:1]
        elif way < FIRST_ALONE_SHARE + INITIAL_SHARE:
            names, given, initial = [names[0], f"{names[1][0]}."], given[:1], given[1][0]
    together = chance.choice(("-", "", " ")) if is_family_first else " "
    first = together.join(names)
    way = chance.random()
    if is_family_first and way < 0.7:
        name = f"{family} {first}"
    elif way < 0.8:
        name = f"{first} {family}"
    else:
        name = f"{family}, {first}"
    return _slipped(chance, name, 0.25), given, initial


def _date(chance: random.Random, born: tuple[int, int, int]) -> tuple[str | None, tuple[int, ...]]:
    """Return a date as written, and what of it is told and right."""
    year, month, day = born
    way = chance.random()
    if way < 0.3:
        return None, ()
    if way < 0.4:
        return f"{year}", born[:1]
    if way < 0.44:
        return f"{year}-01-01", born[:1]
    if way < 0.46 and day <= 12:
        return f"{year}-{day:02}-{month:02}", born
    if way < 0.49:
        return f"{year}-{month:02}-{chance.randint(DAYS[0], DAYS[-1]):02}", born[:2]
    return f"{year}-{month:02}-{day:02}", born


def _spelt(chance: random.Random, word: str) -> str:
    """Return one spelling; the first is the most usual."""
    first, *others = word.split("|")
    return chance.choice(others) if others and chance.random() < 0.35 else first


def _told(chance: random.Random, share: float, value: str) -> str | None:
    return value if chance.random() < share else None


def _slipped(chance: random.Random, text: str, share: float) -> str:
    """Return the text, in a share of cases with one letter more, less, other or exchanged."""
    if chance.random() >= share or len(text) < 4:
        return text
    place = chance.randrange(1, len(text) - 1)
    before, letter, after = text[:place], text[place], text[place + 1 :]
    if letter.isdigit():
        return f"{before}{chance.randrange(10)}{after}"
    other = chance.choice(LETTERS)
    ways = (before + after, before + other + after, before + other + letter + after,
            before + after[0] + letter + after[1:])  # fmt: skip
    return chance.choice(ways)
