"""What the text says after a name, or beside it: what its bearer is, and of which country.

Only what touches the name is read: "Im Song Jin, a professor"; "Janet Yellen was Secretary of the
Treasury"; "Rim Ryong Nam and Kim Yon Hui, two DPRK nationals".
"""

import re
from itertools import islice

from resolution.text import lexicon
from resolution.text.places import countries_in
from resolution.text.prose import DASHES, Prose

_APPOSITION = re.compile(
    rf"[\"”’)]*(?:\s*\([^()]{{1,40}}\))?(?:,|\s*[{DASHES}]+|\s*\()\s*"
    r"(?!(?:and|or|but|which|while|with|including|as|according|along|such|in|at|on|to|from|for)\b)"
    r"(?P<said>(?:who (?:is|was) )?[a-z\d][^,;.!?()—\n]{1,120}|"
    r"(?:[A-Z][\w-]* )+[a-z][^,;.!?()\n]{1,80})"
)
_COPULA = re.compile(
    r"(?:\s*\([^()]{1,40}\))?\s+"
    r"(?:is|was|are|were|serves as|served as|became|remains|has been|had been)\s+"
    r"(?P<said>[^,;.!?()]{1,80})"
)
_HANDLE = re.compile(r"\s*\(@\w")
_ALIAS = re.compile(r"\s*+,?\s*+\(?(?:a\.?k\.?a\.?|also known as|alias|nicknamed|known as)\s+")
_AGE = re.compile(r",\s+\d{2}\b|\s*\((?:born|aged|DOB|b\.)\b")
_ROLE_BEFORE = re.compile(r"\b(?P<role>[A-Za-z-]+)(?:\s+(?:of|for|at|to)\s[^,.;:!?]{1,80})?,\s+$")
_OFFICE_ENDS = re.compile(
    r"\b(?:who|which|that|whose|since|until|at the time|based|engaged|involved|responsible|accused|"
    r"linked|according|told|said)\b.*|[,;(].*"
)
_MORE = re.compile(r" (?:and|for|in|at|to|with|by)\b")
_WORDS_BEFORE_NOUN = 8
_WORDS_OF_OFFICE = 4
_LONGEST_OFFICE = 8
_JOINING = frozenset({"of", "the", "for", "and"})


def said_after(prose: Prose, end: int) -> str | None:
    """Return the apposition after a name, or what the text says that it is."""
    for pattern in (_APPOSITION, _COPULA):
        found = pattern.match(prose.text, end)
        if found:
            return found["said"]
    return None


def calls_a(nouns: frozenset[str], said: str | None) -> bool:
    """Whether an apposition soon names its bearer with one of the nouns."""
    return _noun_in(said, nouns) is not None


def nationality_in(said: str | None, nouns: frozenset[str]) -> tuple[str, ...]:
    """Return the countries an apposition gives its bearer: those before the noun that names it.

    "a DPRK national in China" says the DPRK only.
    """
    noun = _noun_in(said, nouns)
    return countries_in((said or "")[: noun.start()]) if noun else ()


def position_in(said: str | None) -> str | None:
    """Return the office that an apposition begins with: "minister of the armed forces".

    >>> position_in("the chief executive of Rosneft who lives in Moscow"), position_in("a bank")
    ('chief executive of Rosneft', None)
    """
    office = _OFFICE_ENDS.sub("", re.sub(r"^(?:an?|the|then|now|who is|who was) ", "", said or ""))
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", office)[:_WORDS_OF_OFFICE]
    for index, word in enumerate(words):
        if word.lower() in lexicon.TITLES:
            return _shortened(office) if _noun_in(said, lexicon.TITLES) else None
        if index and word.islower() and word in _JOINING:
            break
    return None


def is_signed(prose: Prose, end: int) -> bool:
    """Whether an age, a birth, an alias or an account's handle follows, as after a person."""
    return any(pattern.match(prose.text, end) for pattern in (_HANDLE, _AGE, _ALIAS))


def is_apposed(prose: Prose, start: int, end: int) -> bool:
    """Whether the name itself is in apposition to a role: "their lawyer, John Doe, denied it"."""
    before = _ROLE_BEFORE.search(prose.text, max(0, start - 120), start)
    return (
        before is not None
        and before["role"].lower() in lexicon.PERSONS | lexicon.TITLES
        and prose.text[end : end + 2].strip()[:1] in {",", ".", "("}
    )


def _noun_in(said: str | None, nouns: frozenset[str]) -> re.Match[str] | None:
    """Find the noun; with a name right after it, it is that name's: "X, the banker Lakhani"."""
    words = re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)*", said or "")
    for word in islice(words, _WORDS_BEFORE_NOUN):
        plain = word.group().lower()
        if plain in nouns or plain.rpartition("-")[2] in nouns:
            rest = (said or "")[word.end() :]
            return None if re.match(r"\s+[A-Z][a-z]", rest) and word.group().islower() else word
    return None


def _shortened(office: str) -> str:
    """Keep the office itself where much more follows: "leader" of "leader in the cartel and …"."""
    words = office.split()
    if len(words) > _LONGEST_OFFICE:
        office = _MORE.split(office, maxsplit=1)[0]
    return " ".join(office.split()[:_LONGEST_OFFICE])
