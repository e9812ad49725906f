"""A cell in, its folded words out: what is compared of a text."""

import re
import unicodedata
from functools import lru_cache

Words = tuple[str, ...]

MOST_WORDS = 24
"""What follows in a longer text adds time and hardly any evidence."""

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def folded_words(text: str) -> Words:
    """Return a text's words without case, accents and punctuation, at most MOST_WORDS."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(one for one in decomposed if not unicodedata.combining(one))
    return tuple(_WORD.findall(text.casefold())[:MOST_WORDS])
