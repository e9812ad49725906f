"""Keys for the many romanisations of a Korean name: Ri/Lee/Yi, Ro/No/Roh, Kum/Geum, Chol/Cheol.

A folded name in, its keys out: one for each end that may be the surname, none where it is not
Korean. A name counts as Korean when a word at one end is a Korean surname and all the rest reads as
Korean syllables; Chinese names that do so gain nothing and lose nothing. Keys differ wherever a
syllable does: Im is not Kim, Yong not Myong.
"""

import re
from functools import lru_cache

# Key: spellings of one surname. Im holds Rim: the South writes 림 as Im or Lim. Where one spelling
# serves two surnames (Chon, Jon) they share a key.
_SPELLINGS = {
    "kim": "kim gim ghim", "ri": "ri lee yi li rhee rhie ree", "pak": "pak park bak bark",
    "choe": "choe choi choy chwe", "jong": "jong jung chong chung jeong cheong joung",
    "jo": "jo cho joe", "kang": "kang gang", "jang": "jang chang", "yun": "yun yoon youn",
    "rim": "rim im lim yim rhim", "o": "o oh", "han": "han hahn", "sin": "sin shin",
    "so": "so seo suh", "kwon": "kwon gwon kweon", "hwang": "hwang whang", "an": "an ahn",
    "song": "song seong sung", "jon": "jon jeon chon cheon chun jun", "hong": "hong",
    "ryu": "ryu yu yoo you ryoo", "ko": "ko go koh goh", "mun": "mun moon", "ryang": "ryang yang",
    "son": "son sohn", "pae": "pae bae", "paek": "paek baek paik baik", "ho": "ho heo hur huh",
    "nam": "nam", "sim": "sim shim", "ro": "ro no roh noh rho", "ha": "ha hah",
    "kwak": "kwak gwak", "cha": "cha", "ju": "ju chu joo choo", "u": "u woo wu",
    "ku": "ku koo gu goo", "min": "min", "jin": "jin chin", "na": "na ra la rah",
    "ji": "ji chi jee", "om": "om eom um", "chae": "chae", "won": "won weon", "pang": "pang bang",
    "kong": "kong gong", "hyon": "hyon hyun hyeon", "ham": "ham hahm", "pyon": "pyon byun byeon",
    "ryom": "ryom yom yeom", "yo": "yo yeo", "to": "to do doh", "sok": "sok seok suk",
    "kil": "kil gil", "pyo": "pyo", "myong": "myong myung", "ki": "ki gi", "wang": "wang",
    "kum": "kum geum keum", "ok": "ok", "maeng": "maeng", "mo": "mo", "tak": "tak", "kuk": "kuk",
    "sol": "sol seol", "thae": "thae tae",
}  # fmt: skip
_SURNAMES = {
    spelling: key for key, spellings in _SPELLINGS.items() for spelling in spellings.split()
}

# What is written, and what the key says.
_ONSETS = {
    "kk": "k", "k": "k", "gh": "k", "g": "k", "tt": "t", "th": "t", "t": "t", "dd": "t", "d": "t",
    "pp": "p", "ph": "p", "p": "p", "bb": "p", "b": "p", "ss": "s", "sh": "s", "s": "s", "ch": "j",
    "jj": "j", "j": "j", "n": "n", "m": "m", "r": "r", "l": "r", "h": "h", "": "",
}  # fmt: skip
_VOWELS = {
    "yeo": "yo", "yoo": "yu", "you": "yo", "yae": "yae", "weo": "wo", "wae": "wae", "heui": "hui",
    "eui": "ui", "eo": "o", "eu": "u", "oo": "u", "ou": "u", "ee": "i", "ae": "ae", "oe": "oe",
    "oi": "oe", "ui": "ui", "wa": "wa", "wi": "wi", "we": "we", "wo": "wo", "woo": "u", "wu": "u",
    "yu": "yu", "yo": "yo", "ya": "ya", "ye": "ye", "ie": "i", "ai": "ae", "oh": "o", "ah": "a",
    "a": "a", "e": "e", "i": "i", "o": "o", "u": "u",
}  # fmt: skip
_CODAS = {"ng": "ng", "k": "k", "g": "k", "n": "n", "t": "t", "l": "l", "m": "m", "p": "p",
          "b": "p", "": ""}  # fmt: skip


def _longest_first(spellings: dict[str, str]) -> str:
    return "|".join(sorted(filter(None, spellings), key=len, reverse=True))


_SYLLABLE = re.compile(
    f"(?P<onset>{_longest_first(_ONSETS)}|)(?P<vowel>{_longest_first(_VOWELS)})"
    # A consonant before a vowel opens the next syllable: Cho-lung, not Chol-ung.
    f"(?P<coda>(?:{_longest_first(_CODAS)})(?![aeiouyw])|)"
)
# The South's u after y is the North's o, save in Yun and Ryu; so is its u in Jung, Sung and Chul.
_SOUTHERN = {"hyun": "hyon", "kyung": "kyong", "myung": "myong", "pyung": "pyong", "yung": "yong",
             "kyun": "kyon", "jung": "jong", "sung": "song", "jul": "jol", "hi": "hui"}  # fmt: skip
_MOST_SYLLABLES = 4


@lru_cache(maxsize=1 << 17)
def korean_keys(folded: str) -> frozenset[str]:
    """Return the surname's key with the given name's syllables, for each end that may be a surname.

    >>> korean_keys("lee chang ho") & korean_keys("changho ri")
    frozenset({'ri jangho'})
    >>> korean_keys("im song jin") & korean_keys("kim song jin")
    frozenset()
    """
    words = folded.split()
    if not 2 <= len(words) <= _MOST_SYLLABLES:
        return frozenset()
    orders = ((words[0], words[1:]), (words[-1], words[:-1]))
    return frozenset(filter(None, (_key(surname, given) for surname, given in orders)))


def is_korean_surname(folded: str) -> bool:
    """Tell whether a folded word is a Korean surname in some romanisation.

    A name that has none at either end has no keys.
    """
    return folded in _SURNAMES


def _key(surname: str, given: list[str]) -> str | None:
    if surname not in _SURNAMES:
        return None
    syllables: list[str] = []
    for word in given:
        found = _syllables(word)
        if found is None:
            return None
        syllables += found
    if len(syllables) >= _MOST_SYLLABLES:
        return None
    return f"{_SURNAMES[surname]} {''.join(syllables)}"


def _syllables(word: str) -> list[str] | None:
    found: list[str] = []
    position = 0
    while position < len(word):
        match = _SYLLABLE.match(word, position)
        if match is None:
            return None
        plain = _ONSETS[match["onset"]] + _VOWELS[match["vowel"]] + _CODAS[match["coda"]]
        found.append(_SOUTHERN.get(plain, plain))
        position = match.end()
    return found
