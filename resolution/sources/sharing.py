"""Numbers that several records of one list carry: each such record says so itself.

The mentions of one list in, the same mentions out; those that share a number state it under the
property `sharedNumber`, after how many records carry it, as `3 tax-id:7712345678`. So what a number
proves follows from the two mentions at hand, in a run as in an explanation, and a record counts as
changed when another one begins to carry its number.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from actors.records import Mention
from resolution.schemes import CITED, SHARED_NUMBER, is_of_one_list, is_telling


def with_shared_numbers(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the records of one list, with the numbers that others of them carry too."""
    records = Counter(key for one in mentions for key in _telling_numbers(one))
    return tuple(_marked(one, records) for one in mentions)


def _marked(mention: Mention, records: Counter[str]) -> Mention:
    shared = sorted(key for key in _telling_numbers(mention) if records[key] > 1)
    properties = {name: said for name, said in mention.properties.items() if name != SHARED_NUMBER}
    if shared:
        properties[SHARED_NUMBER] = tuple(f"{records[key]} {key}" for key in shared)
    if properties == mention.properties:
        return mention
    return replace(mention, properties=properties)


def _telling_numbers(mention: Mention) -> Iterable[str]:
    own = {one.key for one in mention.identifiers if not one.scheme.startswith(CITED)}
    return (key for key in own if is_telling(key) and not is_of_one_list(key))
