"""Names folded to plain lower-case Latin words, so that spelling alone can be compared.

Any text in; words of a-z and 0-9 with single spaces out. Folding never asks what kind of actor the
name belongs to: where one side does not say, both sides must still fold alike. Han characters
become one word each, as Hangul syllables do: nothing in them tells where a given name begins.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from actors.names.hangul import romanised

# Latin writes it as a word of its own. God's name begins alike and is one word.
_ARABIC_ARTICLE = re.compile(r"(?<!\w)ال(?=\w\w)(?!له\b)")
_HAN = re.compile("([㐀-䶿一-鿿豈-﫿𠀀-𲎯])")
# Apostrophes stand for a breath or a soft sign inside a word (Ch'o'l, Da'esh); hyphens join words.
_INSIDE_WORDS = re.compile("['`\u00b4\u02bb\u02bc\u02be\u02bf\u2018\u2019]")
_ABBREVIATION = re.compile(r"(?<![a-z0-9])([a-z0-9])\.(?=[a-z0-9](?:[^a-z0-9]|$))")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=1 << 17)
def fold(text: str) -> str:
    """Return the text as plain lower-case Latin words.

    >>> fold("Ch'oe, Ch'o'l-ryong"), fold("Müller & Söhne G.m.b.H."), fold("김영복")
    ('choe chol ryong', 'muller and sohne gmbh', 'kim yong bok')
    """
    # Most names of a table are plain, and a search costs more than a look.
    latin = (text if text.isascii() else _latin(text)).lower()
    words = _INSIDE_WORDS.sub("", latin).replace("&", " and ")
    return _NOT_PLAIN.sub(" ", _ABBREVIATION.sub(r"\1", words) if "." in words else words).strip()


def _latin(text: str) -> str:
    spaced = _ARABIC_ARTICLE.sub("al ", romanised(unicodedata.normalize("NFKC", text)))
    return anyascii(_HAN.sub(r" \1 ", spaced))


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of the folded text in their order."""
    return tuple(fold(text).split())
