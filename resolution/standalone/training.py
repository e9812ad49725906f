"""Answers `dramatis dedupe train`: tables and answers in, a model out.

Answers come from files of labels, from a truth that stands in for a person, or from a person.
"""

from collections.abc import Sequence

from actors.progress import Progress
from resolution.labelling import Answer, Answers, GivenLabels, Label
from resolution.labelling.contradictions import Contradiction, contradictions
from resolution.learning.tables import TrainingSettings, train
from resolution.learning.tables.exchanged import gained_as_given
from resolution.learning.tables.labelled import check_both_kinds
from resolution.standalone.discerning import check_speaks_for, check_tells_apart
from resolution.tables.api import Table, as_compared
from resolution.tables.model import TableModel


def trained(
    table: Table, answers: Answers, seed: int, most_questions: int | None, progress: Progress
) -> TableModel:
    """Learn from labels that are there and from the answers to come; refuse what tells nothing."""
    if isinstance(answers, GivenLabels):
        # Before an hour of comparing, where no answers are to come.
        same = sum(one.match for one in answers.labels)
        check_both_kinds(len(answers.labels), same, "add --ask to be asked, or label")
    settings = TrainingSettings(seed=seed)
    if most_questions is not None:
        settings = TrainingSettings(seed=seed, most_questions=most_questions)
    model = train(
        table.records,
        table.variables,
        table.fields,
        answers,
        settings=settings,
        progress=progress,
    )
    gained = gained_as_given(as_compared(table, model), answers.labels)
    check_speaks_for(gained)
    check_tells_apart(table, model, gained)
    return model


def given_labels(given: Sequence[Answer]) -> GivenLabels:
    """Return the labels that files have, without the pairs of which nobody was sure."""
    return GivenLabels(
        [Label(one.left, one.right, one.match) for one in given if one.match is not None]
    )


def told_of(given: Sequence[Answer], labels: Sequence[Label], ids: Sequence[str]) -> list[str]:
    """Return what to know of labels: how many teach nothing, and each contradiction."""
    unsure = sum(one.match is None for one in given)
    left_out = [f"{unsure:,} pairs that nobody was sure of are left out."] if unsure else []
    return [*left_out, *(_sentence(one, ids) for one in contradictions(labels))]


def _sentence(one: Contradiction, ids: Sequence[str]) -> str:
    chain = " and ".join(f"{ids[label.left]} = {ids[label.right]}" for label in one.chain)
    return (
        f"These labels cannot all be right: {chain}, "
        f"but {ids[one.apart.left]} ≠ {ids[one.apart.right]}"
    )
