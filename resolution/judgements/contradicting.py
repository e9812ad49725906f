"""Judgements that cannot all hold, each told with those that stand against it."""

from collections.abc import Iterator, Sequence

from actors.graph import Row
from actors.records import MentionId, Verdict
from resolution.contradictions import contradictions
from resolution.judgements.locating import Ends, Wanted

REMEDY = "take its row out, or take a stored one back by `dramatis judgements retract J-…`"
"""What a person can do about a contradiction."""


class _Said:
    """What is judged of whom, and who says so."""

    def __init__(self) -> None:
        self.links: dict[Verdict, list[tuple[MentionId, MentionId]]] = {one: [] for one in Verdict}
        self.told: dict[tuple[Ends, Verdict], list[str]] = {}

    def add(self, left: MentionId, right: MentionId, verdict: Verdict, told: str) -> None:
        self.links[verdict].append((left, right))
        self.told.setdefault((frozenset((left, right)), verdict), []).append(told)


def contradictions_told(new: Sequence[Wanted], standing: Sequence[Row]) -> Iterator[str]:
    """Tell every contradiction among the judgements in which a new one has a part."""
    said = _said(new, standing)
    is_new = {(one.ends, one.row.verdict) for one in new}
    different = dict.fromkeys(said.links[Verdict.DIFFERENT])
    for found in contradictions(said.links[Verdict.SAME], different):
        involved = [
            (frozenset((found.left, found.right)), Verdict.DIFFERENT),
            *((frozenset(link), Verdict.SAME) for link in found.chain),
        ]
        if not is_new.isdisjoint(involved):
            against = ", and ".join(" or ".join(said.told[one]) for one in involved)
            yield f"These judgements cannot all hold; {REMEDY}: {against}"


def _said(new: Sequence[Wanted], standing: Sequence[Row]) -> _Said:
    said = _Said()
    for row in standing:
        if row["verdict"] in tuple(Verdict):
            verdict = Verdict(row["verdict"])
            told = (
                f"{row['id']} of {row['actor']}, {row['created_at']}: {row['left_shown']} and "
                f"{row['right_shown']} {verdict.value.lower()}"
            )
            said.add(row["left"], row["right"], verdict, told)
    for one in new:
        verdict = one.row.verdict
        told = f"{one.row.place}: {one.row.left} and {one.row.right} {verdict.value.lower()}"
        said.add(one.left, one.right, verdict, told)
    return said
