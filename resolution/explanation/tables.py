"""Explanations as the short tables that commands print, wherever the two sides come from; pure."""

from collections.abc import Iterator, Sequence

from actors.console import Table
from resolution.explanation.values import Explanation

_SHOWN_KEYS = 4


def feature_table(explanation: Explanation, found: str = "similarity") -> Table:
    """Return what was compared, and what it weighs; `found` heads what comparing brought."""
    rows = tuple(
        (
            one.meaning,
            one.left,
            one.right,
            "" if one.similarity is None else f"{one.similarity:.2f}",
            f"{_unsigned_zero(one.weight):+.2f}",
        )
        for one in explanation.features
    )
    total = ("all together", "", "", "", f"{_unsigned_zero(explanation.log_odds):+.2f}")
    return Table(("what was compared", "left", "right", found, "log-odds"), (*rows, total))


def _unsigned_zero(weight: float) -> float:
    """Return what prints as +0.00 where two figures leave nothing, whatever the sign."""
    return weight if abs(weight) >= 0.005 else 0.0


def blocking_tables(explanation: Explanation) -> tuple[Table, ...]:
    """Return what brings the two together, or what each rule would have needed."""
    if not explanation.blocking:
        return ()
    if explanation.rules:
        columns = ("rules bring them together because they share", "")
        return (Table(columns, tuple(_shared(explanation))),)
    rows = tuple(
        (
            one.meaning,
            _some(one.left),
            _some(one.right),
            f"{_some(one.too_common)}: over {one.most_records:,} records have it"
            if one.too_common
            else _some(one.shared) or "nothing",
        )
        for one in explanation.blocking
    )
    title = "No rule brings them together; to share one of these would have"
    return (Table(("what", "left", "right", "shared"), rows, title),)


def meetings(explanation: Explanation) -> Iterator[str]:
    """Yield the sentence that says what two share under the rules that bring them together."""
    shared = "; ".join(f"{meaning} ({keys})" for meaning, keys in _shared(explanation))
    if shared:
        yield f"Rules bring them together because they share {shared}."


def _shared(explanation: Explanation) -> Iterator[tuple[str, str]]:
    for one in explanation.blocking:
        if one.brings_together:
            yield one.meaning, _some([key for key in one.shared if key not in one.too_common])


def _some(keys: Sequence[str]) -> str:
    more = len(keys) - _SHOWN_KEYS
    return ", ".join(keys[:_SHOWN_KEYS]) + (f" and {more:,} more" if more > 0 else "")
