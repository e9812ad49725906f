"""Answers `dramatis dedupe train`: tables and answers in, a model out.

Answers come from files of labels, from a truth that stands in for a person, or from a person.
"""

from collections.abc import Sequence

from actors.progress import Progress
from resolution.labelling import Answers
from resolution.labelling.answers import Label
from resolution.labelling.contradictions import Contradiction, contradictions
from resolution.learning.tables import TrainingSettings, train
from resolution.tables.api import Table
from resolution.tables.model import TableModel


def trained(
    table: Table, answers: Answers, seed: int, most_questions: int | None, progress: Progress
) -> TableModel:
    """Learn from labels that are there and from the answers to come."""
    settings = TrainingSettings(seed=seed)
    if most_questions is not None:
        settings = TrainingSettings(seed=seed, most_questions=most_questions)
    return train(
        table.records,
        table.variables,
        table.fields,
        answers,
        settings=settings,
        progress=progress,
    )


def contradictions_told(labels: Sequence[Label], ids: Sequence[str]) -> list[str]:
    """Return a sentence for each contradiction among labels."""
    return [_sentence(one, ids) for one in contradictions(labels)]


def _sentence(one: Contradiction, ids: Sequence[str]) -> str:
    chain = " and ".join(f"{ids[label.left]} = {ids[label.right]}" for label in one.chain)
    return (
        f"These labels cannot all be right: {chain}, "
        f"but {ids[one.apart.left]} ≠ {ids[one.apart.right]}"
    )
