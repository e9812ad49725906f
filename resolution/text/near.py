"""Near spellings of known names: one word misspelt, or a Korean name in another romanisation.

Only runs of capitalised words are compared, and only with names that share all other words, so that
no text is held against the whole gazetteer.
"""

from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from actors.names import korean_keys
from actors.records import EntityKind
from resolution.text import lexicon
from resolution.text.gazetteer import Gazetteer
from resolution.text.grades import KnownName
from resolution.text.known import as_found
from resolution.text.places import PLACES
from resolution.text.prose import Prose
from resolution.text.runs import Run, capitalised_runs
from resolution.text.spans import Found

_LONGEST_NAME = 12
_LONGEST_RUN = 40
"""Longer runs are no names: lists without punctuation, whose windows would be too many."""
_LETTERS_FOR_ONE_SLIP = 4
_LETTERS_FOR_TWO_SLIPS = 9


def near_names(prose: Prose, gazetteer: Gazetteer) -> list[Found]:
    """Return the stretches that are nearly a strong known name."""
    return [found for run in capitalised_runs(prose) for found in _in_run(prose, gazetteer, run)]


def _in_run(prose: Prose, gazetteer: Gazetteer, run: Run) -> Iterator[Found]:
    if len(run) > _LONGEST_RUN:
        return
    for first in range(run.first, run.last - 1):
        for last in range(min(run.last, first + _LONGEST_NAME), first + 1, -1):
            known = _nearest(prose, gazetteer, first, last)
            if known:
                yield as_found(prose, first, last, known)
                break


def _nearest(prose: Prose, gazetteer: Gazetteer, first: int, last: int) -> KnownName | None:
    keys = tuple(key for word in prose.words[first:last] for key in word.keys)
    if " ".join(keys) in PLACES or all(lexicon.is_only_word(key) for key in keys):
        return None
    for korean in sorted(korean_keys(" ".join(keys))):
        for known in gazetteer.with_korean_key(korean):
            return known
    shared = Counter(
        known for key in set(keys) for known in gazetteer.with_token(key)
        if len(known.tokens) == len(keys)
    )  # fmt: skip
    near = [
        known
        for known, count in shared.items()
        if count >= len(set(known.tokens)) - 1 and _differs_little(keys, known)
    ]
    return min(near, key=lambda known: known.tokens, default=None)


def _differs_little(keys: tuple[str, ...], known: KnownName) -> bool:
    """Whether one word differs, by a slip or two, from the one that the name has in its place."""
    if known.is_ordered or known.kind is not EntityKind.PERSON:
        pairs = [
            (left, right) for left, right in zip(keys, known.tokens, strict=True) if left != right
        ]
        if len(pairs) != 1:
            return False
        left, right = pairs[0]
    else:
        lefts = list((Counter(keys) - Counter(known.tokens)).elements())
        rights = list((Counter(known.tokens) - Counter(keys)).elements())
        if len(lefts) != 1:
            return False
        left, right = lefts[0], rights[0]
    return _is_slip(left, right, alone=len(keys) == 2)


def _is_slip(left: str, right: str, *, alone: bool) -> bool:
    """Tell a misspelling from another word; beside one shared word only, the first letter holds."""
    shorter = min(len(left), len(right))
    if shorter < _LETTERS_FOR_ONE_SLIP + alone or (alone and left[0] != right[0]):
        return False
    if (
        lexicon.is_only_word(left)
        and lexicon.is_only_word(right)
        and not _is_inflected(left, right)
    ):
        return False
    slips = 2 if shorter >= _LETTERS_FOR_TWO_SLIPS else 1
    return OSA.distance(left, right, score_cutoff=slips) <= slips


def _is_inflected(left: str, right: str) -> bool:
    """Tell "Guard" and "Guards" from "Trading" and "Training"."""
    return left.rstrip("s") == right.rstrip("s")
