"""Makes a table of person mentions whose truth is known, of any size.

    python benchmarks/resolution/persons.py 100000 SEED TABLE.parquet

Columns: unique_id, name, dob, city, country, id_no, cluster; the last is the truth. A person is
mentioned once or several times; each mention spells the name anew (order, initials, parts left out,
romanisation, slips), and dates, places and numbers are missing, partial, exchanged or mistyped. The
same size and seed give the same table. Names are put together from syllables, stems and given names
that are written here, the usual ones often: the more persons, the more namesakes.
"""

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

COLUMNS = ("name", "dob", "city", "country", "id_no", "cluster")
MENTIONS = {1: 48, 2: 26, 3: 12, 4: 6, 5: 4, 7: 3, 9: 1}
"""How often a person is mentioned, and how usual that is."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Region:
    """How people of one region are called, and where they live; spellings stand between bars."""

    usual: int
    countries: tuple[str, ...]
    cities: tuple[str, ...]
    given: tuple[str, ...]
    family: tuple[str, ...]
    endings: tuple[str, ...] = ("",)
    """What a family name may end in."""
    is_family_first: bool = False
    least_given: int = 1
    most_given: int = 2


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


REGIONS = (
    Region(
        30, ("ie", "nz", "ca"),
        _words("dublin cork galway auckland wellington hamilton toronto ottawa halifax calgary"),
        _words("""mary john anne james patrick|pat margaret|maggie thomas|tom helen william|bill
            catherine|kathryn peter sarah|sara michael|mike brigid daniel|dan ruth joseph|joe alice
            andrew susan|sue simon frances paul julia martin nora henry|harry elsie george clare
            stephen|steven rose edward|ted lucy francis|frank emma hugh grace oliver ellen"""),
        _words("""mac o bar wood hart stone well brook field marsh hill black white green ash thorn
            lang mill ford clay rain fair hay west north east bell king bishop carter mason cole
            gray dun fox wolf swan crane frost winter summer"""),
        _words("son ton ley man wood bury er s well ford field worth ridge land more"),
    ),
    Region(
        20, ("rs", "bg", "by"),
        _words("""belgrade|beograd nis novi-sad sofia|sofija plovdiv varna minsk brest grodno|hrodna
            gomel|homel"""),
        _words("""ivan|iwan petar|petr|piotr nikola|nikolai|mikola jovana|iovana milan dragana
            stefan
            elena|jelena|yelena aleksei|alexey|aljaksej dimitar|dmitri georgi|heorhi vera boris
            marija|maria|maryia todor|fedor ana|anna vasil|vasily olga|volha kiril|kirill
            sonja|sonya
            andrej|andrei irina|iryna goran danilo|daniil zoran tatjana|tatiana"""),
        _words("""petr ivan kovač|kovac|kovach nikol stoj|stoi miloš|milosh|milos dimitr todor georg
            pavl|paul jovan|iovan bogdan zlat vuk grigor mlad rad stan krst horv|hrv orl sokol lebed
            vasil dragan marin kol savit|savich hris|khris tihon|tikhon step zor"""),
        _words("ov|off ović|ovich|ovic ev|eff ević|evich|evic ski|sky enko enka ska uk ik"),
    ),
    Region(
        20, ("eg", "jo", "ma"),
        _words("""cairo|kahira alexandria|iskandariya aswan|assouan amman zarqa|zerka irbid
            rabat|ribat
            fes|fez tangier|tanger casablanca"""),
        _words("""mohamed|muhammad|mohammed ahmad|ahmed mahmoud|mahmud yousef|yusuf|youssef
            omar|umar
            khaled|khalid hassan|hasan hussein|husayn|hussain ibrahim|ebrahim saleh|salih
            tarek|tariq
            amina|amine fatma|fatima layla|leila mariam|maryam nour|nur samir|sameer karim|kareem
            rashid|rasheed jamal|gamal suleiman|sulayman walid|waleed zaynab|zeinab huda|houda"""),
        _words("""mas|mass had|hadd khat|hat naj|nagg shar|char fay|fai qas|kas bak|bakk zah|zahr
            sab|sabb tam|tamm raw|raou jab|gab hil|hill anb|amb ram|raml daw|dau kar|karr sul|soul
            fak|fakh mun|moun bas|bass dar|darr"""),
        _words("ri|ry i|y awi|aoui ani|any ar|er an in|een oub|ub"),
        most_given=3,
    ),
    Region(
        15, ("kp", "kr"),
        _words("""pyongyang hamhung chongjin|cheongjin wonsan seoul busan|pusan daegu|taegu
            incheon|inchon"""),
        _words("""chol|cheol yong|young|yeong hyon|hyun|hyeon song|sung|seong myong|myung|myeong
            kwang|gwang nam il su|soo jin hak gyong|kyung|kyong hui|hee sok|seok tae|dae won un|eun
            guk|kuk|gook hun|hoon chun|choon ok hwa min chang|jang sang ho"""),
        _words("""kim|gim ri|lee|yi pak|park|bak choe|choi jong|jung|jeong kang|gang jo|cho yun|yoon
            jang|chang rim|lim|im han o|oh so|seo|suh sin|shin kwon|gwon hwang an|ahn song hong
            ko|go
            mun|moon son|sohn pae|bae paek|baek ho|heo nam ro|noh ryu|yoo"""),
        is_family_first=True,
        least_given=2,
    ),
    Region(
        15, ("pe", "ec", "cl"),
        _words("""lima arequipa cusco|cuzco trujillo quito guayaquil cuenca santiago
            valparaiso concepcion"""),
        _words("""jose juan maria luis carmen carlos rosa jorge ana pedro elena miguel teresa hector
            lucia raul isabel cesar julia ruben marta victor silvia oscar gloria hugo pilar"""),
        _words("""quis mend flor rod gonz tor guti cas her mor val sol mar cam ram vil roj par chav
            esp fuen ben cord sal nav ort pac lun zap agu"""),
        _words("ez|es as os a o era illo ano al"),
    ),
)  # fmt: skip


def mentions(size: int, seed: int) -> list[tuple[str | int | None, ...]]:
    """Return rows in the order of COLUMNS."""
    chance = random.Random(seed)  # noqa: S311  # a benchmark keeps no secrets
    found: list[tuple[str | int | None, ...]] = []
    person = 0
    while len(found) < size:
        region = chance.choices(REGIONS, [one.usual for one in REGIONS])[0]
        found += _person(chance, region, person)
        person += 1
    del found[size:]
    chance.shuffle(found)
    return found


def _person(
    chance: random.Random, region: Region, number: int
) -> list[tuple[str | int | None, ...]]:
    """Return all mentions of one person."""
    given = [
        _usual(chance, region.given)
        for _ in range(chance.randint(region.least_given, region.most_given))
    ]
    family = (_usual(chance, region.family), _usual(chance, region.endings))
    year = min(2003, max(1928, round(chance.gauss(1968, 13))))
    born = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    city, country = _usual(chance, region.cities), chance.choice(region.countries)
    id_no = "".join(chance.choices("BCDFGHJK", k=2)) + f"{chance.randrange(10**7):07}"
    times = chance.choices(list(MENTIONS), list(MENTIONS.values()))[0]
    return [
        (
            _name(chance, region, given, family),
            _date(chance, born),
            _told(chance, 0.7, _slipped(chance, _spelt(chance, city), 0.04)),
            _told(chance, 0.85, country),
            _told(chance, 0.25, _slipped(chance, id_no.lower(), 0.03).upper()),
            number,
        )
        for _ in range(times)
    ]


def _usual(chance: random.Random, words: Sequence[str]) -> str:
    """Return one of the words; the first are the most usual."""
    return words[int(len(words) * chance.random() ** 1.7)]


def _spelt(chance: random.Random, word: str) -> str:
    """Return one spelling; the first is the most usual."""
    first, *others = word.split("|")
    return chance.choice(others) if others and chance.random() < 0.35 else first


def _name(
    chance: random.Random, region: Region, given: Sequence[str], family: tuple[str, str]
) -> str:
    stem, ending = (_spelt(chance, one) for one in family)
    names = [_spelt(chance, one) for one in given]
    if len(names) > 1 and not region.is_family_first:
        way = chance.random()
        names = names[:1] if way < 0.3 else [names[0], f"{names[1][0]}."] if way < 0.5 else names
    together = chance.choice(("-", "", " ")) if region.is_family_first else " "
    first = together.join(names)
    way = chance.random()
    if region.is_family_first and way < 0.7:
        name = f"{stem}{ending} {first}"
    elif way < 0.8:
        name = f"{first} {stem}{ending}"
    else:
        name = f"{stem}{ending}, {first}"
    return _slipped(chance, name, 0.25)


def _date(chance: random.Random, born: str) -> str | None:
    year, month, day = born.split("-")
    way = chance.random()
    if way < 0.3:
        return None
    if way < 0.4:
        return year
    if way < 0.44:
        return f"{year}-01-01"
    if way < 0.46 and int(day) <= 12:
        return f"{year}-{day}-{month}"
    if way < 0.49:
        return f"{year}-{month}-{chance.randint(1, 28):02}"
    return born


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", type=int)
    parser.add_argument("seed", type=int)
    parser.add_argument("table", type=Path)
    given = parser.parse_args()
    columns = dict(zip(COLUMNS, zip(*mentions(given.size, given.seed), strict=True), strict=True))
    pq.write_table(pa.table({"unique_id": range(given.size), **columns}), given.table)
    print(f"{given.size:,} mentions of {len(set(columns['cluster'])):,} persons")


if __name__ == "__main__":
    main()
