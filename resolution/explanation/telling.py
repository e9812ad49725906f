"""The words that outcomes have in common, whatever kind of table they are about."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import count

from resolution.explanation.outcomes import Link, Outcome
from resolution.explanation.wording import percent

SAME_TABLE = "Both are of one table, and rules bring together only pairs across the two"

_SHOWN = 3


def verdict(found: Outcome, left: str, right: str) -> str:
    """Tell whether a run puts two records together, and who is with them."""
    begins = f"A run with a threshold of {found.threshold}"
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


def beside(probability: float, other: float) -> str:
    """Return a probability with the figures it takes to see whether it is above another."""
    exact, bound = (Decimal(str(one)) * 100 for one in (probability, other))
    if exact == bound:
        return f"{exact.normalize():f} %"
    in_words = min(max(round(exact), 1), 99)
    if in_words != bound and (in_words > bound) == (exact > bound):
        return percent(probability)
    rounded = (round(exact, figures) for figures in count(1))
    shown = next(
        one
        for one in rounded
        if one == exact or (one not in {0, 100, bound} and (one > bound) == (exact > bound))
    )
    return f"{shown:f} %"


def some(ids: Sequence[str]) -> str:
    """Name the first of some records, and how many more there are, where it is not but one."""
    if len(ids) > _SHOWN + 1:
        return f"{', '.join(ids[:_SHOWN])} and {len(ids) - _SHOWN:,} more"
    shown = list(ids)
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else shown[0]


def _without(ids: Sequence[str], *left_out: str) -> list[str]:
    return [one for one in ids if one not in left_out]
