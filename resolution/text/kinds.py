"""Of which kind a known name is where the lists give it to a person and to an organization.

Finds in, the same finds with one kind for each stretch out. What the sentence calls the name
decides; where it calls it nothing, the kind is unknown: a guess would keep its bearer away.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from actors.records import EntityKind
from resolution.text import lexicon
from resolution.text.appositions import calls_a, said_after
from resolution.text.prose import Prose
from resolution.text.spans import Found
from resolution.text.titles import title_before

_AMBIGUOUS = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION})


def with_one_kind(prose: Prose, found: Iterable[Found]) -> list[Found]:
    """Return the finds, those of one stretch freed of the kind that the sentence denies."""
    by_stretch: dict[tuple[int, int], list[Found]] = defaultdict(list)
    for one in found:
        by_stretch[one.start, one.end].append(one)
    return [one for several in by_stretch.values() for one in _decided(prose, several)]


def _decided(prose: Prose, several: list[Found]) -> list[Found]:
    if not {one.kind for one in several} >= _AMBIGUOUS:
        return several
    kind = _kind_said(prose, several[0])
    if kind is not EntityKind.UNKNOWN:
        return [one for one in several if one.kind is kind]
    owners = frozenset(owner for one in several for owner in one.owners)
    return [replace(several[0], kind=kind, owners=owners)]


def _kind_said(prose: Prose, one: Found) -> EntityKind:
    """Return the kind that a title before the name or the words after it state."""
    said = said_after(prose, one.end)
    is_person = title_before(prose, one.first) is not None or calls_a(
        lexicon.PERSONS | lexicon.TITLES, said
    )
    if is_person:
        return EntityKind.PERSON
    if calls_a(lexicon.ORGANIZATIONS, said):
        return EntityKind.ORGANIZATION
    return EntityKind.UNKNOWN
