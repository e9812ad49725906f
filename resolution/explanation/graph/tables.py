"""Explanations as the short tables that `dramatis explain` prints; pure."""

from collections.abc import Iterator, Sequence

from actors.console import Table
from actors.records import Mention
from resolution.explanation import Explanation
from resolution.explanation.graph.entities import EntityAnswer
from resolution.explanation.graph.judgements import GivenJudgement
from resolution.explanation.graph.pairs import Answer
from resolution.explanation.graph.references import shown
from resolution.explanation.merges import Branch, Join, Means
from resolution.explanation.tables import blocking_tables, feature_table
from resolution.explanation.wording import percent

_ROUNDING = 1e-9
_MEANS = {
    Means.COMPARISON: "compared",
    Means.JUDGEMENT: "judged the same",
    Means.SAME_TEXT: "one name in one text",
}


def explanation_tables(answer: Answer | EntityAnswer) -> tuple[Table, ...]:
    """Return whatever was answered as tables."""
    return answer_tables(answer) if isinstance(answer, Answer) else entity_tables(answer)


def answer_tables(answer: Answer) -> tuple[Table, ...]:
    """Return an explanation: the two sides, the sentences, the features, what else decided."""
    sides = Table(
        ("", "quote", "mention", "entity"),
        tuple(
            (side, mention.quote, shown(mention), entity or "not resolved yet")
            for side, mention, entity in (
                ("left", answer.left, answer.left_entity),
                ("right", answer.right, answer.right_entity),
            )
        ),
    )
    judgements = _judgements(answer.judgements)
    if answer.explanation is None:
        same = "One and the same mention stands on both sides: there is nothing to compare."
        return (sides, Table((same,), ()), *judgements)
    return (
        sides,
        Table((f"{_outcome(answer, answer.explanation)} {answer.explanation.text}",), ()),
        feature_table(answer.explanation),
        *_otherwise_then(answer, answer.explanation),
        *_path(answer),
        *_rulings(answer),
        *judgements,
        *blocking_tables(answer.explanation),
    )


def entity_tables(answer: EntityAnswer) -> tuple[Table, ...]:
    """Return an entity as an indented tree of its mentions, then its weakest link."""
    mentions = {mention.id: mention for mention in answer.mentions}
    rows = tuple(
        (
            f"{lines}{_branch_name(branch, mentions[branch.mention])}",
            shown(mentions[branch.mention]),
            "" if branch.join is None else percent(branch.join.score),
            "" if branch.join is None else _joined(branch.join),
        )
        for branch, lines in zip(answer.tree, _lines(answer.tree), strict=True)
    )
    title = f"{answer.caption} ({answer.entity}): {_counted(len(rows), 'mention')}"
    tables = [Table(("mention", "where", "score", "joined by"), rows, title)]
    if len(rows) == 1:
        tables.append(Table(("Nothing was merged: one mention alone.",), ()))
    if answer.weakest is not None and len(rows) > 1:
        weak = answer.weakest
        ends = " ".join(shown(mentions[end]) for end in (weak.left, weak.right))
        sentence = (
            f"The weakest link: {weak.left_name} / {weak.right_name}, {percent(weak.score)}. "
            f"Why: dramatis explain {ends}"
        )
        tables.append(Table((sentence,), ()))
    return (*tables, *_judgements(answer.judgements))


def _outcome(answer: Answer, explanation: Explanation) -> str:
    """Tell what was decided, and whether the score alone would have decided so."""
    reaches = explanation.score >= answer.threshold
    if not answer.are_one:
        return f"Two entities{', though the score reaches the threshold' if reaches else ''}."
    if any(join.means is Means.JUDGEMENT for join in answer.path):
        return "One entity, as a judgement has it."
    return f"One entity{'' if reaches else ', through others'}."


def _otherwise_then(answer: Answer, explanation: Explanation) -> tuple[Table, ...]:
    """Tell that the last run scored them otherwise, and so may have decided otherwise."""
    stored = answer.stored_score
    if stored is None or abs(stored - explanation.score) < _ROUNDING:
        return ()
    sentence = (
        f"The last run found {percent(stored)}: with another model, or before one of them changed."
    )
    return (Table((sentence,), ()),)


def _path(answer: Answer) -> tuple[Table, ...]:
    """Return how the two came together through others; nothing where they merged themselves."""
    if len(answer.path) < 2 and all(join.means is Means.COMPARISON for join in answer.path):
        return ()
    rows = tuple((percent(join.score), _joined(join)) for join in answer.path)
    return (Table(("score", "joined by"), rows, "What leads from the left to the right"),)


def _rulings(answer: Answer) -> tuple[Table, ...]:
    if not answer.held_apart:
        return ()
    rows = tuple((one.text,) for one in answer.held_apart)
    return (Table(("What keeps them two entities",), rows),)


def _judgements(judgements: Sequence[GivenJudgement]) -> tuple[Table, ...]:
    if not judgements:
        return ()
    rows = tuple(
        (
            one.verdict,
            one.left,
            one.right,
            one.actor,
            one.created_at,
            one.reason,
            f"taken back {one.retracted_at}" if one.retracted_at else "stands",
            one.id,
        )
        for one in judgements
    )
    columns = ("judged", "left", "right", "by", "on", "because", "", "id")
    return (Table(columns, rows, "Judgements on them and on others of their entities"),)


def _lines(tree: Sequence[Branch]) -> Iterator[str]:
    """Yield what is drawn before each mention of a tree."""
    way: list[str] = []
    for branch in tree:
        del way[max(branch.depth - 1, 0) :]
        if branch.depth:
            yield "".join(way) + ("├─ " if branch.is_followed else "└─ ")
            way.append("│  " if branch.is_followed else "   ")
        else:
            yield ""


def _branch_name(branch: Branch, mention: Mention) -> str:
    name = None if branch.join is None else branch.join.right_name
    return name or mention.quote


def _joined(join: Join) -> str:
    return f"{join.left_name} / {join.right_name} ({_MEANS[join.means]})"


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
