"""Words of a name that tell actors apart, and fathers' names, which are often left out."""

import re
from functools import lru_cache

from resolution.alignment.names import MOST_WORDS
from resolution.blocking.keys import says_little

# Of a father's name, which is left out as a rule and not as an exception.
_PATRONYMIC = re.compile(
    r"(?:[oe]vich|[oe]vych|avich|ovna|[ei]vna|ichna|[oe]vic|[oa]una|oglu|ogly|oghlu|uulu|kyzy|zade)$"
)
# Abu Omar is what a man is called at home; so are thousands.
_KUNYA = frozenset({"abu", "abou", "umm", "um"})


@lru_cache(maxsize=1 << 16)
def telling_words(name: str) -> tuple[str, ...]:
    """Return the words of a folded name that tell actors apart.

    >>> telling_words("dr abu omar al shishani"), telling_words("oao gazprom")
    (('omar', 'shishani'), ('gazprom',))
    """
    words = name.split()[:MOST_WORDS]
    telling = tuple(word for word in words if not (says_little(word) or word in _KUNYA))
    return telling or tuple(words)


def names_of_ones_own(name: str) -> int:
    """Count the telling words that are no father's name: a patronymic left out is no name less."""
    return sum(not is_patronymic(word) for word in telling_words(name))


def is_patronymic(word: str) -> bool:
    """Tell whether a folded word is a father's name by its ending.

    >>> is_patronymic("sergeyevich"), is_patronymic("sergey")
    (True, False)
    """
    return _PATRONYMIC.search(word) is not None
