"""Answers `dramatis dedupe train`: tables and answers in, a model's file out."""

from dataclasses import dataclass
from pathlib import Path

from actors.progress import Progress
from resolution.labelling import Answers, GivenLabels, KnownAnswers
from resolution.learning.tables import TrainingSettings, train
from resolution.tables.api import Table
from resolution.tables.files import read_labels, read_truth
from resolution.tables.model import TableModel, write_model


@dataclass(frozen=True, slots=True)
class Training:
    """What training learned, and where it lies."""

    model: TableModel
    file: str


@dataclass(frozen=True, slots=True)
class Truth:
    """A truth that answers in a person's place."""

    file: Path
    budget: int
    """How many answers are used at most."""


def trained_on_labels(table: Table, labels: Path, seed: int, progress: Progress) -> TableModel:
    """Learn from labels that are there."""
    answers = GivenLabels(read_labels(labels, table.records.ids))
    return _trained(table, answers, TrainingSettings(seed=seed), progress)


def trained_on_truth(table: Table, truth: Truth, seed: int, progress: Progress) -> TableModel:
    """Learn from answers of a truth, which serves nothing else."""
    answers = KnownAnswers(read_truth(truth.file, table.records.ids), truth.budget)
    settings = TrainingSettings(seed=seed, most_questions=truth.budget)
    return _trained(table, answers, settings, progress)


def _trained(
    table: Table, answers: Answers, settings: TrainingSettings, progress: Progress
) -> TableModel:
    return train(
        table.records,
        table.variables,
        table.fields,
        answers,
        settings=settings,
        progress=progress,
    )


def written(model: TableModel, path: Path) -> Training:
    """Write the model and return what is told of it."""
    write_model(model, path)
    return Training(model, str(path))
