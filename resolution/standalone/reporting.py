"""What `dramatis dedupe` did, as the short tables that people read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from actors.console import Table
from resolution.standalone.models import Training
from resolution.standalone.running import ScoredPairs
from resolution.tables.evaluation import ClusterEvaluation
from resolution.tables.running import RunReport

if TYPE_CHECKING:  # a run over plain tables does not wait for mentions
    from resolution.standalone.mentions import MentionsReport

_EXPECTED = "expected_f1"
_EXPECTED_WITH_TWICE = "expected_f1_with_twice_the_labels"
_HARDLY = 0.002
"""A gain in F1 that nobody should label for."""
_UNSURE = 0.1
"""Two standard errors from which an expectation is told as a guess."""


def training_tables(training: Training) -> tuple[Table, ...]:
    """Return what was learned: rules, weights, threshold, and what more labels would bring."""
    model = training.model
    rules = tuple(
        (
            " and ".join(f"{one.function} of {one.variable}" for one in rule.predicates),
            rule.most_records or "no limit",
        )
        for rule in model.rules
    )
    weights = tuple((one.feature, one.weight) for one in model.weights)
    told = tuple((name, value) for name, value in _figures(model.trained_on))
    tables = (
        Table(("blocking rule", "most records a key"), rules),
        Table(("feature", "weight"), (("(bias)", model.bias), *weights)),
        Table((f"model {training.file}", ""), (("threshold", f"{model.threshold:.3f}"), *told)),
    )
    promise = further_labels(model.trained_on)
    return (*tables, Table((promise,), ())) if promise else tables


def further_labels(trained_on: Mapping[str, object]) -> str:
    """Return the sentence that says what further labels would bring; empty if nobody can tell."""
    labels = trained_on.get("labels")
    now, then = (trained_on.get(name) for name in (_EXPECTED, _EXPECTED_WITH_TWICE))
    if not (isinstance(labels, int) and isinstance(now, float) and isinstance(then, float)):
        return ""
    margin = _margin(now, trained_on.get("same"))
    told = f"With these {labels:,} labels, an F1 of about {now:.3f} is expected"
    if margin > _UNSURE:
        return f"{told}, give or take {margin:.2f}: so few matches tell little; label more."
    if then - now < _HARDLY:
        return f"{told}; more of them would hardly help."
    return f"{told}; {labels:,} more: {then:.3f}."


def _margin(expected: float, matches: object) -> float:
    """Return two standard errors of a share seen on so many labelled matches (Agresti, Coull)."""
    seen = matches if isinstance(matches, int) else 0
    share = (seen * expected + 2) / (seen + 4)
    return 2 * float(np.sqrt(share * (1 - share) / (seen + 4)))


def _figures(trained_on: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for name, value in trained_on.items():
        shown = f"{value:.3f}" if isinstance(value, float) else value
        if isinstance(value, Mapping):
            shown = ", ".join(f"{key} {one}" for key, one in value.items())
        yield name.replace("_", " "), str(shown)


def run_tables(report: RunReport | MentionsReport) -> tuple[Table, ...]:
    """Return what a run found, one figure a line."""
    if not isinstance(report, RunReport):
        return (_mentions_table(report),)
    figures: tuple[tuple[object, ...], ...] = (
        ("records", report.records),
        ("pairs compared", report.pairs),
        ("of them brought by rules", report.pairs_by_rules),
        ("keys too common to bring pairs", report.crowded_keys),
        ("blocks beyond the budget of pairs", report.blocks_beyond_budget),
        ("clusters", report.clusters),
        ("records of the largest cluster", report.largest),
        ("threshold", str(report.threshold)),
        ("CPU seconds", round(sum(report.seconds.values()), 1)),
    )
    return (Table(("run", ""), figures),)


def _mentions_table(report: MentionsReport) -> Table:
    figures: tuple[tuple[object, ...], ...] = (
        ("records", report.records),
        ("pairs compared", report.pairs),
        ("clusters", report.clusters),
        ("records of the largest cluster", report.largest),
        ("likely pairs of one list held apart", report.held_apart),
        ("threshold", str(report.threshold)),
        ("CPU seconds", round(sum(report.seconds.values()), 1)),
    )
    return Table(("run", ""), figures)


def score_tables(scored: ScoredPairs) -> tuple[Table, ...]:
    """Return how many pairs were scored."""
    return (Table(("pairs scored", "file"), ((scored.pairs, scored.file),)),)


def evaluation_tables(result: ClusterEvaluation) -> tuple[Table, ...]:
    """Return the figures by what they count."""
    rows = tuple(
        (name, *map(_share, (one.precision, one.recall, one.f1)))
        for name, one in (
            ("pairs", result.pairs),
            ("whole clusters", result.exact),
            ("whole clusters of two and more", result.exact_with_company),
            ("records (B-cubed)", result.b_cubed),
        )
    )
    counts: tuple[tuple[object, ...], ...] = (
        ("records", result.records),
        ("records not in the truth, left out", result.not_in_truth),
        ("ids of the truth not in the clusters, left out", result.not_in_clusters),
        ("clusters", result.clusters),
        ("true clusters", result.true_clusters),
        ("clusters that are true ones", result.exact_clusters),
        ("records of the largest cluster", result.largest_cluster),
        ("pairs put together", result.found_pairs),
        ("true pairs", result.true_pairs),
        ("true pairs put together", result.common_pairs),
    )
    return (
        Table(("agreement on", "precision", "recall", "F1"), rows),
        Table(("count", ""), counts),
    )


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"
