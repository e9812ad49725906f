"""The words that outcomes have in common, whatever kind of table they are about."""

from collections.abc import Sequence

from resolution.explanation.outcomes import Link, Outcome
from resolution.explanation.wording import percent

SAME_TABLE = "Both are of one table, and rules bring together only pairs across the two"

_SHOWN = 3


def verdict(found: Outcome, left: str, right: str) -> str:
    """Tell whether a run puts two records together, and who is with them."""
    begins = f"A run with a threshold of {percent(found.threshold)}"
    if found.are_one:
        others = _without(found.left_cluster, left, right)
        company = f", with {some(others)}" if others else ""
        return f"{begins} puts {left} and {right} into one cluster{company}."
    sides = ((left, found.left_cluster), (right, found.right_cluster))
    company = "".join(
        f" {one} is with {some(others)}." for one, all_ in sides if (others := _without(all_, one))
    )
    return f"{begins} keeps {left} and {right} apart.{company}"


def held_together(way: Sequence[Link]) -> str:
    """Tell the links that lead from one record to another."""
    links = (f"{one.left} and {one.right} ({percent(one.score)})" for one in way)
    return f"What holds them together: {'; '.join(links)}."


def beside(probability: float, threshold: float) -> str:
    """Return a probability as people write it, so that it can be told from the threshold."""
    rounded = percent(probability)
    is_told = rounded != percent(threshold) or probability == threshold
    return rounded if is_told else f"{100 * probability:.4g} %"


def some(ids: Sequence[str]) -> str:
    """Name the first of some records, and how many more there are."""
    shown = list(ids[:_SHOWN])
    more = len(ids) - len(shown)
    if more:
        return f"{', '.join(shown)} and {more:,} more"
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else shown[0]


def _without(ids: Sequence[str], *left_out: str) -> list[str]:
    return [one for one in ids if one not in left_out]
