"""Whether labels speak as their table does, or would if 0 and 1 were exchanged.

Agreement may only speak for a match (see `regression`), so labels that say the opposite leave a fit
hardly any weight, and one fits them far better once they are turned round. What they say of each
other is enough to see it: neither a background nor folds are needed.
"""

from collections.abc import Sequence

import numpy as np

from resolution.labelling import Label
from resolution.learning.tables.labelled import Labelled
from resolution.learning.tables.regression import Lesson, Signs, fit, signs_of
from resolution.tables.api import Table
from resolution.tables.comparison import Comparison, feature_names
from resolution.tables.variables import Floats

_PENALTY = 0.3


def gained_as_given(table: Table, labels: Sequence[Label]) -> float:
    """Return by how much log-likelihood the labels fit better than with 0 and 1 exchanged.

    About 0 where they say nothing, below where the exchanged ones fit better. The table is to be
    one as its model compares it.
    """
    labelled = Labelled(len(table.records), Comparison(table.records, table.variables).features)
    labelled.update(labels)
    signs = signs_of(feature_names(table.variables), table.variables)
    features, same = labelled.features, labelled.same
    return _loss(features, 1.0 - same, signs) - _loss(features, same, signs)


def _loss(features: Floats, same: Floats, signs: Signs) -> float:
    """Return the log loss of the best fit, and what its weights cost."""
    lesson = Lesson(features, same, np.ones(len(same)), np.arange(len(same)))
    found = fit(lesson, signs, _PENALTY)
    odds = found.log_odds(features)
    errors = np.logaddexp(0.0, odds) - same * odds
    return float(errors.sum() + 0.5 * _PENALTY * (found.weights @ found.weights))
