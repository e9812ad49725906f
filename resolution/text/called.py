"""Names that the text calls a company, a bank or a vessel, and those enumerated with such.

"X, a Russian bank"; "the tankers X, Y and Z"; "a hacking group known as X".
"""

import re
from collections.abc import Collection, Mapping

from actors.records import EntityKind, Name
from resolution.text import lexicon
from resolution.text.appositions import calls_a, said_after
from resolution.text.places import PLACES
from resolution.text.prose import Prose
from resolution.text.runs import LINK, Run, capitalised_runs
from resolution.text.spans import Found, Ground

_SPACE = re.compile(r"\s+")
_LINK_BEFORE = re.compile(rf"{LINK.pattern}$")
_LONGEST_LINK = 20
_NAMED = re.compile(r"(?P<noun>[a-z]+)(?P<link>,|\s+(?:known as|called|named|dubbed))\s+[“\"]?$")


def called_organizations(prose: Prose, known: Collection[Found]) -> list[Found]:
    """Return the runs that are called so; `known` are the finds that they may be listed with."""
    taken = {place for one in known for place in range(one.first, one.last)}
    runs = [
        run
        for run in capitalised_runs(prose)
        if taken.isdisjoint(range(run.first, run.last))
        and " ".join(word.key for word in prose.words[run.first : run.last]) not in PLACES
    ]
    kinds = {one.end: one.kind for one in known} | {one.start: one.kind for one in known}
    found: list[Found] = []
    for run in runs:
        kind = _kind_called(prose, run) or _kind_listed(prose, run, kinds)
        if kind:
            one = as_organization(prose, run.first, run.last, kind)
            kinds[one.end] = kind
            found.append(one)
    return found


def _kind_listed(prose: Prose, run: Run, kinds: Mapping[int, EntityKind]) -> EntityKind | None:
    """Return the kind of the neighbours in an enumeration: both, or vessels on the left.

    `kinds` tells it by the places where a find begins or ends.
    """
    start, end = prose.words[run.first].start, prose.words[run.last - 1].end
    before, after = (
        _LINK_BEFORE.search(prose.text, max(0, start - _LONGEST_LINK), start),
        LINK.match(prose.text, end),
    )
    left = kinds.get(before.start()) if before else None
    right = kinds.get(after.end()) if after else None
    if left is EntityKind.VESSEL:
        return left
    are_both = left is right and left is EntityKind.ORGANIZATION
    return left if are_both and not _are_words(prose, run) else None


def _kind_called(prose: Prose, run: Run) -> EntityKind | None:
    """Return the kind of the noun before the name or after it."""
    before = prose.words[run.first - 1] if run.first > run.sentence.first else None
    if before and _SPACE.fullmatch(prose.gap(run.first - 1)) and not before.is_possessive:
        if before.text in lexicon.VESSELS or before.text in {"MV", "MT"}:
            return EntityKind.VESSEL
        if before.text in lexicon.ORGANIZATIONS and not _are_words(prose, run):
            return EntityKind.ORGANIZATION
    if not _are_words(prose, run) and _is_named_so(prose, run):
        return EntityKind.ORGANIZATION
    return _kind_said(prose, run)


def _kind_said(prose: Prose, run: Run) -> EntityKind | None:
    """Return the kind that an apposition states: "X, a Russian bank"."""
    said = said_after(prose, prose.words[run.last - 1].end)
    if not re.match(r"(?:an?|the|its|their)\b", said or "") or calls_a(lexicon.PERSONS, said):
        return None
    if calls_a(lexicon.VESSELS, said):
        return EntityKind.VESSEL
    is_organization = calls_a(lexicon.ORGANIZATIONS, said) and not _are_words(prose, run)
    return EntityKind.ORGANIZATION if is_organization else None


def _is_named_so(prose: Prose, run: Run) -> bool:
    """Whether the name is given to a noun: "a group known as X", "its spy agency, X,"."""
    start, end = prose.words[run.first].start, prose.words[run.last - 1].end
    noun = _NAMED.search(prose.text, max(run.sentence.span.start, start - 60), start)
    if noun is None or noun["noun"] not in lexicon.ORGANIZATIONS:
        return False
    return noun["link"] != "," or prose.text[end : end + 1] == ","


def _are_words(prose: Prose, run: Run) -> bool:
    return all(lexicon.is_word(word.key) for word in prose.words[run.first : run.last])


def as_organization(
    prose: Prose, first: int, last: int, kind: EntityKind = EntityKind.ORGANIZATION
) -> Found:
    """Return the stretch as a find under its own name."""
    start, end = prose.words[first].start, prose.words[last - 1].end
    name = Name(" ".join(prose.text[start:end].split()))
    return Found(first, last, start, end, kind, Ground.SHAPE, (name,))
