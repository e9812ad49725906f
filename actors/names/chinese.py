"""Chinese names in Pinyin: Zhang Jian and Zhang Jiang differ by a letter, and are two.

A folded name in, its keys out: one for each end that may be the surname, none where it does not
read as Pinyin. Pinyin is one spelling for one sound, so that a letter more is another name, where
other romanisations (Cheung, Chang) have no key and are compared by their spelling.
"""

import re
from functools import lru_cache

from actors.names.words import CHINESE_SURNAMES

_READS = re.compile(
    "(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ui|ao|ou|iu|ie|ue|er|an|en|in|un|ia|"
    "ua|uo|[aoeiuv])){1,2}"
)
_MOST_WORDS = 3


@lru_cache(maxsize=1 << 16)
def chinese_keys(folded: str) -> frozenset[str]:
    """Return the surname with the given name written together, for each end that may be a surname.

    >>> chinese_keys("zhang jian guo") == chinese_keys("zhang jianguo")
    True
    >>> sorted(chinese_keys("jianguo zhang")), sorted(chinese_keys("zhang ziyi smith"))
    (['zhang jianguo'], [])
    """
    words = folded.split()
    if not 2 <= len(words) <= _MOST_WORDS or not all(map(_READS.fullmatch, words)):
        return frozenset()
    ends = ((words[0], words[1:]), (words[-1], words[:-1]))
    return frozenset(
        f"{surname} {''.join(given)}" for surname, given in ends if surname in CHINESE_SURNAMES
    )
