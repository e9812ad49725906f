"""Answers `dramatis dedupe explain`: two records of tables, and what a run makes of them, and why.

Both kinds of model are explained alike: what each side says as its file writes it, what every
feature weighs, the blocking keys that bring the two together, and who else had a say.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from actors.errors import NotFound
from actors.progress import Progress
from resolution.evaluation.beside import beside
from resolution.explanation import Explanation, explain
from resolution.explanation.keys import count_keys
from resolution.explanation.outcomes import Outcome
from resolution.model import Model
from resolution.standalone.cells import written_cells
from resolution.standalone.mention_outcomes import MentionOutcomes
from resolution.standalone.mention_tables import read_mentions
from resolution.tables.api import read_table
from resolution.tables.explanation import Explainer
from resolution.tables.model import TableModel


@dataclass(frozen=True, slots=True)
class ExplainedPair:
    """Two records and what the model makes of them."""

    left: str
    right: str
    threshold: float
    """The probability from which two are taken for one."""
    explanation: Explanation
    outcome: Outcome
    """What a run over the tables makes of the two."""


class Reasons(Protocol):
    """What a model makes of the records of some tables, known by their numbers."""

    @property
    def ids(self) -> Sequence[str]:
        """The records' ids."""

    @property
    def threshold(self) -> float:
        """The probability from which two are taken for one."""

    def explain(self, left: int, right: int) -> Explanation:
        """Take the score of two records apart."""

    def outcome(self, left: int, right: int) -> Outcome:
        """Tell what a run makes of two records."""

    def beside(self, left: int, right: int) -> Sequence[tuple[str, str, str]]:
        """Return what both say: field, left value, right value."""


def reasons(
    tables: Sequence[Path],
    model: TableModel | Model,
    progress: Progress,
    *,
    threshold: float | None = None,
) -> Reasons:
    """Read the tables by whichever kind of model it is; `threshold` takes the place of its own."""
    progress.stage("read")
    if isinstance(model, Model):
        return OfMentions(tables, model, threshold)
    return OfTables(tables, model, threshold)


def explained(  # noqa: PLR0913  # two records, what they are held against, and who watches
    tables: Sequence[Path],
    left: str,
    right: str,
    model: TableModel | Model,
    progress: Progress,
    *,
    threshold: float | None = None,
) -> ExplainedPair:
    """Explain two records by their ids; NotFound names one that no table has."""
    found = reasons(tables, model, progress, threshold=threshold)
    ends = _numbers(found.ids, (left, right), tables)
    progress.stage("explain")
    explanation = found.explain(*ends)
    progress.stage("run")
    return ExplainedPair(left, right, found.threshold, explanation, found.outcome(*ends))


class OfTables:
    """The reasons of a model that was learned for tables of any kind."""

    def __init__(self, tables: Sequence[Path], model: TableModel, threshold: float | None) -> None:
        """Read the tables."""
        table = read_table(model.fields, *tables)
        self._columns = model.fields.columns
        self._written = written_cells(model.fields, tables)
        self._explainer = Explainer(table, model, self._written, threshold=threshold)
        self.ids: Sequence[str] = table.records.ids
        self.threshold = self._explainer.threshold

    def explain(self, left: int, right: int) -> Explanation:
        """Take the score of two records apart."""
        return self._explainer.explain(left, right)

    def outcome(self, left: int, right: int) -> Outcome:
        """Tell what a run makes of two records."""
        return self._explainer.outcome(left, right)

    def beside(self, left: int, right: int) -> Sequence[tuple[str, str, str]]:
        """Return the cells of both in the columns that are compared."""
        return [
            (column, self._written(left, column), self._written(right, column))
            for column in self._columns
        ]


class OfMentions:
    """The reasons of the sanctions model, whose tables are mentions."""

    def __init__(self, tables: Sequence[Path], model: Model, threshold: float | None) -> None:
        """Read the tables."""
        self._table = read_mentions(tables)
        self._model = model
        self.ids: Sequence[str] = self._table.ids
        self.threshold = model.thresholds.merge if threshold is None else threshold
        self._outcomes = MentionOutcomes(self._table, model, self.threshold)

    def explain(self, left: int, right: int) -> Explanation:
        """Take the score of two mentions apart; keys they share are counted over all."""
        sides = self._table.mentions[left], self._table.mentions[right]
        found = explain(*sides, self._model)
        if not found.rules:
            return found
        counted = count_keys(self._table.rows, self._model, found.blocking)
        return explain(*sides, self._model, key_records=counted)

    def outcome(self, left: int, right: int) -> Outcome:
        """Tell what a run makes of two mentions."""
        return self._outcomes.of(left, right, self.explain(left, right))

    def beside(self, left: int, right: int) -> Sequence[tuple[str, str, str]]:
        """Return what both mentions state."""
        return tuple(beside(self._table.mentions[left], self._table.mentions[right]))


def _numbers(
    ids: Sequence[str], wanted: tuple[str, str], tables: Sequence[Path]
) -> tuple[int, int]:
    number = {id_: place for place, id_ in enumerate(ids)}
    for one in wanted:
        if one not in number:
            where = " or ".join(str(table) for table in tables)
            advice = (
                "check the id"
                if len(tables) > 1
                else (
                    "check the id; if it is of a second table, name both tables before the two ids"
                )
            )
            raise NotFound(f"{one!r} is the id of no record of {where}: {advice}")
    left, right = (number[one] for one in wanted)
    if left == right:
        raise NotFound(f"{wanted[0]!r} stands on both sides: there is nothing to compare")
    return left, right
