"""A name in, the text it is ordered by out: the same order wherever two are compared.

Neo4j orders stored strings by code point, and compares them with a parameter by UTF-16 unit. The
two differ beyond U+D7FF, where rows fell out between two pages. So such characters are written
with others: U+D7FF, which no script uses, and their number, which keeps the order of code points.
"""

import re

_BEYOND = re.compile("[\ud7ff\ue000-\U0010ffff]")


def order_key(name: str) -> str:
    """Return the name in lower case, ordered alike by code point and by UTF-16 unit.

    >>> order_key("KIM, Yong Chol")
    'kim, yong chol'
    """
    return _BEYOND.sub(lambda found: f"\ud7ff{ord(found[0]):06x}", name.lower())
