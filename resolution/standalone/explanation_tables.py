"""Explained pairs as the short tables that people read; pure."""

from actors.console import Table
from resolution.explanation.tables import blocking_tables, feature_table
from resolution.standalone.explanation import ExplainedPair


def explanation_tables(result: ExplainedPair) -> tuple[Table, ...]:
    """Return what a run does and why, the features of both sides, and the blocking keys."""
    explanation = result.explanation
    reaches = "above" if explanation.score >= result.threshold else "below"
    outcome = f"{result.left} and {result.right}: {reaches} the threshold of {result.threshold}"
    return (
        Table((f"{outcome}. {explanation.text}",), ()),
        Table((result.outcome.text,), ()),
        feature_table(explanation, "found"),
        *blocking_tables(explanation),
    )
