"""Labels that cannot all be right: who is one with one, and one with another, is one with both.

A contradiction is a pair labelled "two" and the shortest chain of pairs labelled "one" that says
otherwise; any of them may be the mistake.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from resolution import contradictions as verdicts
from resolution.labelling.answers import Label


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A pair labelled two, and the chain that makes it one."""

    apart: Label
    chain: tuple[Label, ...]

    @property
    def labels(self) -> tuple[Label, ...]:
        """All labels of which at least one is wrong."""
        return (self.apart, *self.chain)


def contradictions(labels: Sequence[Label]) -> list[Contradiction]:
    """Return a contradiction for each pair labelled two whose ends a chain makes one."""
    same = [one[:2] for one in labels if one.match]
    different = [one[:2] for one in labels if not one.match]
    return [
        Contradiction(
            Label(found.left, found.right, match=False),
            tuple(Label(*link, match=True) for link in found.chain),
        )
        for found in verdicts.contradictions(same, different)
    ]


def contradicting(label: Label, labels: Sequence[Label]) -> Contradiction | None:
    """Return how a new label contradicts those there are; None if it does not.

    Contradictions that were there before, and have no part in the new label, are left out.
    """
    pair = {*label[:2]}
    others = [one for one in labels if {*one[:2]} != pair]
    for found in contradictions([*others, label]):
        if any({*one[:2]} == pair for one in found.labels):
            return found
    return None
