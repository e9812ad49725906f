"""Hangul to Latin letters by the North's conventions: 김영복 is Kim Yong Bok, 리창호 Ri Chang Ho.

Text in, the same text with one Latin word for each syllable out: the North writes personal names
that way. The usual romanizers follow the South's rules ("gim yeongbok") and miss the spellings of
lists and releases. What this table leaves open (Pyong or Byong) `korean.korean_keys` closes.
"""

import re

_FIRST = 0xAC00
_SYLLABLE = re.compile("[가-힣]")

# In the order of the Unicode standard, chapter 3.12; two spaces enclose the silent one.
_INITIALS = re.split(" ", "k kk n t tt r m p pp s ss  j jj ch k t p h")
_VOWELS = re.split(" ", "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i")
_FINALS = re.split(" ", " k k k n n n t l k m l l l p l m p p t t ng t t k t p t")

# Between voiced sounds the North writes b: Yong Bok, but Pak and Ok Pong.
_VOICED_P = re.compile(r"(?<=[aeioungml] {2})p(?=[aeiouyw])")


def romanised(text: str) -> str:
    """Replace each Hangul syllable by a word of Latin letters; leave all else.

    >>> romanised("김영복").split()
    ['kim', 'yong', 'bok']
    """
    spelled = _SYLLABLE.sub(_word, text)
    return spelled if spelled == text else _VOICED_P.sub("b", spelled)


def _word(found: re.Match[str]) -> str:
    index = ord(found.group()) - _FIRST
    letters = _INITIALS[index // 588] + _VOWELS[index % 588 // 28] + _FINALS[index % 28]
    return f" {letters} "
