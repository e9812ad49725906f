"""Evaluations as the short tables that `dramatis evaluate` prints; pure."""

from collections.abc import Sequence

from actors.console import Table
from resolution.evaluation.graph.figures import FileEvaluation


def evaluation_tables(files: Sequence[FileEvaluation]) -> tuple[Table, ...]:
    """Return figures a group, then the pairs that went wrong, file by file."""
    return tuple(table for one in files for table in _evaluation_tables(one))


def _evaluation_tables(one: FileEvaluation) -> tuple[Table, ...]:
    result = one.evaluation
    groups = tuple(
        (
            figures.group,
            figures.same,
            figures.same_merged,
            figures.different,
            figures.different_merged,
            _share(figures.precision),
            _share(figures.recall),
            _share(figures.f1),
        )
        for figures in result.groups
    )
    columns = ("pairs", "same", "merged", "different", "merged", "precision", "recall", "F1")
    figures_told = (
        Table(columns, groups, f"{one.file}{_left_out(result.not_ingested, ' more')}")
        if groups
        else Table((f"{one.file}: no pair to count{_left_out(result.not_ingested)}",), ())
    )
    told = [*(missing.sentence for missing in one.missing), *one.contradictions]
    wrong = tuple(
        (kind, f"{pair.left.source}:{pair.left.record}", f"{pair.right.source}:{pair.right.record}")
        for kind, pairs in (("false merge", result.false_merges), ("missed", result.misses))
        for pair in pairs
    )
    return (
        figures_told,
        *([Table(("", "left", "right"), wrong)] if wrong else []),
        *([Table(("know this too",), tuple((sentence,) for sentence in told))] if told else []),
    )


def _left_out(pairs: int, more: str = "") -> str:
    if not pairs:
        return ""
    noun, verb = ("pair", "has") if pairs == 1 else ("pairs", "have")
    return f": {pairs:,}{more} {noun} {verb} a record that is not in the graph"


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
