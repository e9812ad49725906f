"""What changed since an earlier report, pair by pair; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resolution.evaluation.report.figures import Counts, counted
from resolution.evaluation.report.pairs import ScoredPair, columns_of


@dataclass(frozen=True, slots=True)
class EarlierReport:
    """What an earlier report says of each pair, with what it decided."""

    title: str
    written_at: str
    threshold: float
    pairs: tuple[ScoredPair, ...]


@dataclass(frozen=True, slots=True)
class ChangedPair:
    """A pair and what the earlier report says of it."""

    now: ScoredPair
    earlier: ScoredPair


@dataclass(frozen=True, slots=True)
class Changes:
    """What is otherwise than it was."""

    earlier: EarlierReport
    mended: tuple[ChangedPair, ...]
    """Wrong then, right now."""
    broken: tuple[ChangedPair, ...]
    """Right then, wrong now."""
    judged_otherwise: tuple[ChangedPair, ...]
    """People changed their mind: no change of the engine."""
    added: int
    removed: int
    then: Counts
    """Of the pairs that both reports have, with one verdict."""
    now: Counts


def changes_since(earlier: EarlierReport, pairs: Sequence[ScoredPair], threshold: float) -> Changes:
    """Compare pairs with an earlier report's."""
    known: Mapping[frozenset[str], ScoredPair] = {pair.key: pair for pair in earlier.pairs}
    both = [ChangedPair(pair, known[pair.key]) for pair in pairs if pair.key in known]
    alike = [one for one in both if one.now.is_same == one.earlier.is_same]
    right = [
        (one.earlier.is_right_at(earlier.threshold), one.now.is_right_at(threshold))
        for one in alike
    ]
    return Changes(
        earlier=earlier,
        mended=_those(alike, right, (False, True)),
        broken=_those(alike, right, (True, False)),
        judged_otherwise=tuple(one for one in both if one.now.is_same != one.earlier.is_same),
        added=len(pairs) - len(both),
        removed=len(earlier.pairs) - len(both),
        then=counted(columns_of([one.earlier for one in alike], earlier.threshold)),
        now=counted(columns_of([one.now for one in alike], threshold)),
    )


def _those(
    pairs: Sequence[ChangedPair],
    right: Sequence[tuple[bool, bool]],
    wanted: tuple[bool, bool],
) -> tuple[ChangedPair, ...]:
    return tuple(pair for pair, found in zip(pairs, right, strict=True) if found == wanted)
