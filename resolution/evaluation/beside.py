"""Two mentions in, what both state out, field by field, as a page shows them beside each other."""

from collections.abc import Iterator, Mapping, Sequence

from actors.records import Mention

_LONGEST_VALUE = 300


def beside(left: Mention, right: Mention) -> Iterator[tuple[str, str, str]]:
    """Yield each field that either states, and what the two say there."""
    sides = (_stated(left), _stated(right))
    for field in dict.fromkeys([*sides[0], *sides[1]]):
        yield field, _short(sides[0].get(field, ())), _short(sides[1].get(field, ()))


def _stated(mention: Mention) -> Mapping[str, Sequence[str]]:
    return {
        "name": [name.value for name in mention.names],
        "kind": [mention.entity_kind.value],
        **mention.assertions(),
        "identifiers": [f"{one.scheme} {one.value}" for one in mention.identifiers],
    }


def _short(values: Sequence[str]) -> str:
    text = "; ".join(values)
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"
