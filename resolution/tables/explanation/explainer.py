"""A score taken apart: two records in, every feature with what it adds to the log-odds out.

What stands before anything is compared is a feature too, so that all weights make the log-odds.
Only what a run computes is used, so that the explanation is the decision. What is made for many
pairs, prepared columns, keys and the run itself, is made once.
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from resolution.explanation.outcomes import Outcome
from resolution.explanation.telling import beside
from resolution.explanation.values import PRIOR, Explanation, FeatureContribution
from resolution.odds import probabilities
from resolution.tables.api import Table, as_compared, check_fit
from resolution.tables.comparison import BOTH_KNOWN, Comparison, feature_names
from resolution.tables.explanation.keys import RunKeys
from resolution.tables.explanation.outcomes import Outcomes
from resolution.tables.explanation.wording import PRIOR_MEANING, matter, meaning, silence, told
from resolution.tables.ground import ground_of
from resolution.tables.growth import grown
from resolution.tables.model import TableModel
from resolution.tables.records import MISSING
from resolution.tables.variables import Floats

Written = Callable[[int, str], str]
"""A record's number and a column in, what the file says there out; empty where it says nothing."""

Sides = tuple[str | None, str | None]


class Explainer:
    """Explains the pairs of one table, or of two, as one model decides on them."""

    def __init__(
        self,
        table: Table,
        model: TableModel,
        written: Written | None = None,
        *,
        threshold: float | None = None,
    ) -> None:
        """Prepare; `threshold` takes the place of the model's.

        Without `written`, values are shown as the model reads them.
        """
        self._table = as_compared(table, model)
        check_fit(model, self._table.variables)
        self._model = grown(model, len(self._table.records))
        self._written = written or self._as_read
        self._fields = {one.name: one for one in self._model.fields.fields}
        self._comparison = Comparison(self._table.records, self._table.variables)
        self._names = feature_names(self._table.variables)
        self.threshold = self._model.threshold if threshold is None else threshold
        """The probability from which two are taken for one."""
        ground = ground_of(
            self._table.records,
            self._table.variables,
            self._model,
            self._comparison,
            self.threshold,
        )
        self._places = ground.copies.places if ground.copies else np.arange(len(table.records))
        self._keys = RunKeys(ground)
        self._outcomes = Outcomes(self._table.records.ids, ground, self.threshold, self._keys)
        self._variables = {
            feature: one.name
            for one in self._table.variables
            for feature in (*one.features, f"{one.name}{BOTH_KNOWN}")
        }

    def explain(self, left: int, right: int) -> Explanation:
        """Compare two records, by their numbers, as a run does, and say what counted."""
        values = self._comparison.features(np.array([left]), np.array([right]))[0]
        features = (
            FeatureContribution(PRIOR, None, None, None, self._model.bias, PRIOR_MEANING),
            *self._contributions(values, left, right),
        )
        log_odds = self._model.bias
        for weight in self._model.weights:
            log_odds += float(values[self._names.index(weight.feature)]) * weight.weight
        score = float(probabilities(np.array([log_odds]))[0])
        ends = int(self._places[left]), int(self._places[right])
        # Of two that are equal one stands for both, and no rule is asked.
        blocking = self._keys.by_rule(*ends) if ends[0] != ends[1] else ()
        rules = tuple(one.rule for one in blocking if one.brings_together)
        return Explanation(
            score=score,
            log_odds=log_odds,
            features=features,
            rules=rules,
            blocking=blocking,
            text=told(beside(score, self.threshold), features, self._field_of),
        )

    def outcome(self, left: int, right: int) -> Outcome:
        """Tell what a run makes of two records, and why; the first time, the run is made."""
        return self._outcomes.of(left, right, self.explain(left, right))

    def _contributions(
        self, values: Floats, left: int, right: int
    ) -> Iterator[FeatureContribution]:
        """Yield what counted, and one entry for each matter of which nothing did."""
        counted = {
            matter(self._variables[one.feature])
            for one in self._model.weights
            if values[self._names.index(one.feature)] * one.weight
        }
        for weight in self._model.weights:
            variable = self._variables[weight.feature]
            value = float(values[self._names.index(weight.feature)])
            sides = self._sides(variable, left, right)
            if value * weight.weight:
                yield FeatureContribution(
                    name=weight.feature,
                    left=sides[0],
                    right=sides[1],
                    similarity=value,
                    weight=value * weight.weight,
                    meaning=meaning(weight.feature, variable, self._fields[variable].type),
                )
            elif matter(variable) not in counted and any(sides):
                counted.add(matter(variable))
                yield FeatureContribution(
                    name=weight.feature,
                    left=sides[0],
                    right=sides[1],
                    similarity=0.0 if all(sides) else None,
                    weight=0.0,
                    meaning=silence(variable, sides),
                )

    def _sides(self, variable: str, left: int, right: int) -> Sides:
        column = self._fields[variable].field
        if not column:
            return None, None
        return self._written(left, column) or None, self._written(right, column) or None

    def _field_of(self, feature: str) -> str:
        """Return what a feature is about: its column, or its variable where it has none."""
        variable = self._variables[feature]
        return self._fields[variable].field or variable

    def _as_read(self, record: int, column: str) -> str:
        for one in self._model.fields.fields:
            if one.field == column:
                values = self._table.records.columns[one.name]
                number = values.numbers[record]
                return "" if number == MISSING else _shown(values.values[number])
        return ""


def _shown(value: object) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(map(str, value))
    return str(value)
