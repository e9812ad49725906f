"""The sentences in which a run's outcome for two records is told."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from resolution.explanation import telling
from resolution.explanation.outcomes import Compared, Outcome
from resolution.explanation.telling import beside, held_together, some, verdict


class Unmet(Enum):
    """Why rules do not bring two records together, within the budget."""

    SAME_TABLE = telling.SAME_TABLE
    NOTHING_SHARED = "They share no blocking key, so no rule brings them together"
    NOTHING_STATED = (
        "Nothing that is compared is known on both sides, so no rule brings them together"
    )
    TOO_COMMON = "Too many records have what they share, so no rule brings them together"
    BEYOND_BUDGET = (
        "A rule brings them together, but by what too many pairs share: the model's budget of "
        "pairs leaves them out"
    )
    CONTRADICTION = (
        "A rule brings them together, but they differ in {}, in which hardly any match here "
        "differs: the model's budget of pairs leaves them out"
    )


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What else there is to tell of two records."""

    left: str
    right: str
    """Their ids."""
    score: float
    unmet: Unmet | None
    closes: bool
    """Whether the run also compares whom a third record is likely to be."""
    has_one_partner: bool
    """Whether these are two tables whose records have one partner at most."""
    crowd: tuple[int, float] | None
    """How many likely pairs chain together, and the score that a pair needs among so many."""


def told(found: Outcome, known: Circumstances) -> str:
    """Tell an outcome: what the run does, how it came to look at the two, what decided."""
    return " ".join(
        [
            *_standing(found),
            verdict(found, known.left, known.right),
            *_comparing(found, known),
            *_deciding(found, known),
        ]
    )


def _standing(found: Outcome) -> Iterator[str]:
    """Yield who stands for either, since it is named in their place from here on."""
    if found.compared is not Compared.AS_EQUAL:
        for record, stands in found.stand_ins:
            yield f"{record} is equal to {stands} in all that is compared, which stands for it."


def _comparing(found: Outcome, known: Circumstances) -> Iterator[str]:
    """Yield how the run came to compare the two, or why it did not."""
    if found.compared is Compared.AS_EQUAL:
        stands = found.stand_ins[0][1]
        yield f"They are equal in all that is compared, and it lets {stands} stand for both."
    elif known.unmet is not None:
        differing = (f"{name} ({one} / {other})" for name, one, other in found.contradictions)
        yield known.unmet.value.format(" and ".join(differing)) + _closing(found, known)


def _closing(found: Outcome, known: Circumstances) -> str:
    if found.compared is Compared.BY_NEIGHBOURS:
        who = some(found.thirds) if found.thirds else "a third record"
        is_ = "are" if len(found.thirds) > 1 else "is"
        return f"; but {who} {is_} likely to be both, so it compares them all the same."
    if known.closes and found.thirds:
        third = found.thirds[0]
        return (
            f". It would compare them since {third} is likely to be both, but {third} is likely to "
            "be too many others as well, or the budget has no room for more pairs."
        )
    if known.closes:
        third = "record of the other table" if known.unmet is Unmet.SAME_TABLE else "third record"
        return f"; nor is any {third} likely to be both."
    if known.has_one_partner and known.unmet is Unmet.SAME_TABLE:
        return ", since here hardly any record has two sure partners."
    return "."


def _deciding(found: Outcome, known: Circumstances) -> Iterator[str]:
    """Yield what put the two together, or kept them apart."""
    if found.compared is Compared.AS_EQUAL:
        return
    probability = beside(known.score, found.threshold)
    own = f"Their own probability of {probability}"
    reaches = known.score >= found.threshold
    if known.unmet is Unmet.NOTHING_STATED and found.compared is Compared.NEVER:
        yield f"It takes none for one by the {probability} that any two records have."
    elif found.compared is Compared.NEVER:
        yield f"{own} would {'' if reaches else 'not '}reach the threshold."
    else:
        yield f"{own} {'reaches' if reaches else 'does not reach'} the threshold."
    decides = reaches and found.compared is not Compared.NEVER
    if found.are_one and not decides and found.way:
        yield held_together(found.way)
    elif decides and not found.are_one:
        yield from _parting(found, known)


def _parting(found: Outcome, known: Circumstances) -> Iterator[str]:
    """Yield what came between two that are likely to be one."""
    if found.better:
        likelier = (
            f"{one.left} is likelier to be {one.right} ({beside(one.score, known.score)})"
            for one in found.better
        )
        yield f"But {' and '.join(likelier)}, and the likeliest are put together first."
    if found.better and known.has_one_partner:
        yield "In these two tables hardly any record has two sure partners."
    if known.crowd is not None:
        records, needed = known.crowd
        yield (
            f"But likely pairs chain {records:,} records together, and among so many a pair needs "
            f"{beside(needed, known.score)}, unless it is the best of one of the two."
        )
    elif found.average is not None:
        pairs = len(found.left_cluster) * len(found.right_cluster)
        yield (
            f"Over all {pairs:,} pairs between the two clusters the probability is "
            f"{beside(found.average, found.threshold)} on average, a pair that was not compared "
            "counting nothing: too little to put the clusters together."
        )
