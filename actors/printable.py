"""Text as a terminal may show it: what would command the terminal, not be seen on it, is replaced.

Names come from files that strangers wrote. An escape sequence among them could recolour, overwrite
or retitle what a person reads; an override of the writing direction turns it round.
"""

import re

_COMMANDING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    r"""Return the text with a mark for each character that would be obeyed; lines and tabs stay.

    >>> printable("Kim\x1b[2J")
    'Kim�[2J'
    """
    return _COMMANDING.sub("\N{REPLACEMENT CHARACTER}", text)
