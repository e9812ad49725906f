"""Given names that one person may go by: Bill for William, Sasha for Aleksandr.

`nicknames.txt` beside this file holds them, folded, a group a line. Two words that stand in one
line are likely to be one name; they are not equal, as Kate may be another sister than Katherine.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files


def groups_of(word: str) -> Sequence[int]:
    """Return the numbers of the groups that a folded word belongs to."""
    return _groups().get(word, ())


@cache
def _groups() -> Mapping[str, Sequence[int]]:
    text = files("resolution.tables.variables").joinpath("nicknames.txt").read_text("utf-8")
    found: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(text.splitlines()):
        if not line.startswith("#"):
            for word in sorted(set(line.split())):
                found[word].append(number)
    return found
