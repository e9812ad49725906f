"""One government body, two orders of words: "Department of the Treasury", "Treasury Department"."""

from actors.names import tokens
from resolution.text.places import PLACES

_BODIES = frozenset({"department", "ministry"})
_MOST_WORDS = 4
_LINKS = frozenset({"of", "for", "the"})


def body_last(name: str) -> str | None:
    """Return the name with its body last, where it begins with the body.

    Whose body it is stays unsaid: "Ministry of Cuba" is none, nor is a longer phrase turned round.

    >>> body_last("Department of the Treasury"), body_last("Ministry of Foreign Affairs")
    ('Treasury Department', 'Foreign Affairs Ministry')
    """
    body, *rest = name.split()
    folded = [" ".join(tokens(word)) for word in rest]
    if body.lower() not in _BODIES or folded[:1] != ["of"]:
        return None
    start = 2 if folded[1:2] == ["the"] else 1
    subject = folded[start:]
    if not 0 < len(subject) <= _MOST_WORDS or not (_LINKS | PLACES).isdisjoint(subject):
        return None
    return " ".join([*rest[start:], body])
