"""The script a name is written in, as ISO 15924 codes it."""

import unicodedata
from collections import Counter
from functools import lru_cache

UNDETERMINED = "Zyyy"

# By the first word of a character's name in the Unicode standard.
_CODES = {
    "LATIN": "Latn", "FULLWIDTH": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "GREEK": "Grek",
    "HEBREW": "Hebr", "CJK": "Hani", "HANGUL": "Hang", "HIRAGANA": "Hira", "KATAKANA": "Kana",
    "HALFWIDTH": "Kana", "DEVANAGARI": "Deva", "BENGALI": "Beng", "GURMUKHI": "Guru",
    "GUJARATI": "Gujr", "TAMIL": "Taml", "TELUGU": "Telu", "KANNADA": "Knda", "MALAYALAM": "Mlym",
    "SINHALA": "Sinh", "THAI": "Thai", "LAO": "Laoo", "KHMER": "Khmr", "MYANMAR": "Mymr",
    "TIBETAN": "Tibt", "GEORGIAN": "Geor", "ARMENIAN": "Armn", "ETHIOPIC": "Ethi", "SYRIAC": "Syrc",
    "THAANA": "Thaa", "MONGOLIAN": "Mong", "ORIYA": "Orya", "TIFINAGH": "Tfng",
}  # fmt: skip


def script(text: str) -> str:
    """Return the script of most letters; at a tie, of the first; `Zyyy` where there are none.

    >>> script("김영복"), script("Путин"), script("トヨタ自動車"), script("1234")
    ('Hang', 'Cyrl', 'Jpan', 'Zyyy')
    """
    counts = Counter(_of(letter) for letter in text if letter.isalpha())
    if counts.keys() & {"Hira", "Kana"} and counts.keys() <= {"Hira", "Kana", "Hani", "Latn"}:
        return "Jpan"
    return counts.most_common(1)[0][0] if counts else UNDETERMINED


@lru_cache(maxsize=1 << 14)
def _of(letter: str) -> str:
    return _CODES.get(unicodedata.name(letter, "").partition(" ")[0].partition("-")[0], "Zzzz")
