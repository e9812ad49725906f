"""How people of the regions of `persons.py` are called and where they live, the usual words first.

The lists are written here, of syllables, stems and given names; spellings of one word stand between
bars. All draw from a list by `usual`, and `frequencies` tells how often each word comes of it.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

_STEEPNESS = 1.7
"""How much more usual the first words of a list are."""


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


def usual(chance: random.Random, words: Sequence[str]) -> str:
    """Return one of the words; the first are the most usual."""
    return words[int(len(words) * chance.random() ** _STEEPNESS)]


def frequencies(words: Sequence[str]) -> Mapping[str, float]:
    """Return how often `usual` returns each of the words."""
    reached = [(place / len(words)) ** (1 / _STEEPNESS) for place in range(len(words) + 1)]
    return dict(zip(words, (after - before for before, after in pairwise(reached)), strict=True))
