"""What holds two mentions apart, though they may be alike: the rules of clustering, told.

Flows in: the two, what their entities hold, the judgements and the scores between them. Flows out:
every reason that holds, the nearest first. The rules themselves are clustering's own, asked again
of the finished entities: two of them that stand side by side after a run were not to be merged.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from actors.records import Mention, MentionId, MentionKind
from resolution.clustering.rules import Pair, Rules, rules
from resolution.clustering.union import Union
from resolution.explanation.rulings import Reason, Ruling, Surroundings
from resolution.explanation.telling import beside
from resolution.explanation.values import Explanation
from resolution.explanation.wording import percent
from resolution.table import mention_table

_SHOWN = 3


def held_apart(
    explanation: Explanation, around: Surroundings, threshold: float
) -> tuple[Ruling, ...]:
    """Return every reason for which the two are not one entity; never none."""
    if not around.is_resolved:
        return (Ruling(Reason.NOT_RESOLVED, "No run has resolved both of them yet."),)
    everyone = [*around.left, *around.right, *around.others]
    place = {mention.id: number for number, mention in enumerate(everyone)}
    held = _rules(everyone, place, around, explanation.score, threshold)
    reasons = [*_between_the_two(explanation, around, held, place, threshold)]
    # Where a text's name went elsewhere, what stands between the entities follows from that.
    of_a_text = [*_of_a_text(around, threshold)] if not reasons else []
    reasons += of_a_text or _between_their_entities(around, held, place)
    if not reasons:
        reasons += _average(around, place, threshold)
    return tuple(reasons) or (
        Ruling(
            Reason.NOTHING,
            "Nothing holds them apart now: a record, a judgement or the model changed since the "
            "last run, and the next one may merge them.",
        ),
    )


def _rules(
    everyone: Sequence[Mention],
    place: Mapping[MentionId, int],
    around: Surroundings,
    score: float,
    threshold: float,
) -> Rules:
    links = [
        [(place[left], place[right]) for left, right in judged if left in place and right in place]
        for judged in (around.same, around.different)
    ]
    likely: list[Pair] = []
    for ends, found in around.scores.items():
        if found >= threshold and ends <= place.keys():
            one, other = sorted(place[end] for end in ends)
            likely.append((one, other))
    if score >= threshold:
        likely.append((0, len(around.left)))
    return rules(mention_table(everyone, around.published_on), likely, *links)  # type: ignore[arg-type]


def _between_the_two(
    explanation: Explanation,
    around: Surroundings,
    held: Rules,
    place: Mapping[MentionId, int],
    threshold: float,
) -> Iterator[Ruling]:
    left, right = around.left[0], around.right[0]
    if _are_judged_apart(left, right, held, place):
        yield Ruling(Reason.JUDGED_DIFFERENT, "A judgement says that the two are different.")
    elif not held.allow([place[left.id]], [place[right.id]]):
        yield Ruling(
            Reason.ONE_LIST,
            f"Both are records of one list, {left.source}. A list gives an actor one record, so "
            "its records stay apart, unless a judgement says otherwise or they are the same "
            "beyond doubt: one full name and full birth date, or a number that no third record "
            "has.",
        )
    if explanation.score < threshold:
        yield Ruling(
            Reason.BELOW_THRESHOLD,
            f"The score of {beside(explanation.score, threshold)} is below the threshold of "
            f"{threshold}, from which mentions merge.",
        )
    elif not explanation.rules and frozenset((left.id, right.id)) not in around.scores:
        yield Ruling(
            Reason.NOT_COMPARED,
            "They share nothing by which a run finds pairs to compare, so it never compared them.",
        )


def _between_their_entities(
    around: Surroundings, held: Rules, place: Mapping[MentionId, int]
) -> Iterator[Ruling]:
    """Yield what stands between others of the two entities: one such pair holds all apart."""
    judged, of_one_list = [], []
    for left, right in list(product(around.left, around.right))[1:]:
        if _are_judged_apart(left, right, held, place):
            judged.append((left, right))
        elif not held.allow([place[left.id]], [place[right.id]]):
            of_one_list.append((left, right))
    if judged:
        yield Ruling(
            Reason.ENTITIES_JUDGED_DIFFERENT,
            f"A judgement says that others of the two entities are different: {_named(judged)}.",
            _ids(judged),
        )
    if of_one_list:
        yield Ruling(
            Reason.ENTITIES_OF_ONE_LIST,
            "Their entities hold two records of one list, which gives an actor one record: "
            f"{_named(of_one_list)}.",
            _ids(of_one_list),
        )


def _of_a_text(around: Surroundings, threshold: float) -> Iterator[Ruling]:
    """Yield why the one that stands in a text went elsewhere, or nowhere."""
    left, right = around.left[0], around.right[0]
    if (left.kind is MentionKind.TEXT) == (right.kind is MentionKind.TEXT):
        return
    fitting = [rival for rival in around.rivals if rival.score >= threshold]
    text = left if left.kind is MentionKind.TEXT else right
    own = around.left if text is left else around.right
    if len(fitting) < 2:
        return
    listed = ", ".join(f"{one.caption} ({one.entity}, {percent(one.score)})" for one in fitting)
    if any(mention.kind is MentionKind.RECORD for mention in own):
        yield Ruling(
            Reason.ANOTHER_FITS_BETTER,
            f"The name in the text, {text.quote}, goes to the one entity that it fits best; it "
            f"fits {listed}.",
        )
    else:
        yield Ruling(
            Reason.SEVERAL_FIT,
            f"The name in the text, {text.quote}, fits several about equally well, and joins none "
            f"of them: {listed}.",
        )


def _average(
    around: Surroundings, place: Mapping[MentionId, int], threshold: float
) -> Iterator[Ruling]:
    """Yield that the two entities as wholes are not alike enough; judged groups are one voice."""
    voices = Union(len(place))
    for left, right in around.same:
        if left in place and right in place:
            voices.join(place[left], place[right])
    sides = [
        {voices.find(place[one.id]) for one in side if one.kind is MentionKind.RECORD}
        for side in (around.left, around.right)
    ]
    best: dict[tuple[int, int], float] = {}
    for ends, score in around.scores.items():
        one, other = (voices.find(place[end]) for end in sorted(ends, key=place.__getitem__))
        if one in sides[0] and other in sides[1]:
            best[one, other] = max(score, best.get((one, other), 0.0))
    pairs = len(sides[0]) * len(sides[1])
    if pairs < 2:
        return
    average = sum(best.values()) / pairs
    if average < threshold:
        yield Ruling(
            Reason.AVERAGE_BELOW_THRESHOLD,
            f"Their entities as wholes are not alike enough: {len(best):,} of the {pairs:,} pairs "
            f"between them were found alike, {beside(average, threshold)} on average over all, and "
            f"a threshold of {threshold} is to be reached.",
        )


def _are_judged_apart(
    left: Mention, right: Mention, held: Rules, place: Mapping[MentionId, int]
) -> bool:
    return place[right.id] in held.apart.get(place[left.id], ())


def _named(pairs: Sequence[tuple[Mention, Mention]]) -> str:
    shown = "; ".join(f"{_name(left)} and {_name(right)}" for left, right in pairs[:_SHOWN])
    more = len(pairs) - _SHOWN
    return f"{shown}; and {more:,} pairs more" if more > 0 else shown


def _name(mention: Mention) -> str:
    where = f"{mention.source}:{mention.record_id}" if mention.record_id else mention.id
    return f"{mention.quote} ({where})"


def _ids(pairs: Sequence[tuple[Mention, Mention]]) -> tuple[tuple[MentionId, MentionId], ...]:
    return tuple((left.id, right.id) for left, right in pairs)
