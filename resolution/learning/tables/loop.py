"""The learning loop: ask, fit, ask where the fit is least sure.

Flows in: the pool with its features, labels that exist already, whoever answers. Flows out: more
labels. Nothing but the answers tells the loop what is true.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from actors.progress import Progress
from resolution.labelling import Answers, StopAsking
from resolution.learning.tables.labelled import Labelled
from resolution.learning.tables.learner import Learner
from resolution.learning.tables.pool import Pool
from resolution.learning.tables.questions import Chooser
from resolution.learning.tables.regression import Booleans
from resolution.learning.tables.settings import TrainingSettings
from resolution.tables.variables import Floats, Integers

Features = npt.NDArray[np.float32]

_ENOUGH_TO_CHOOSE_BY = 500
"""With so many labels, what remains is asked in any order if all of it may be asked."""


def ask_and_learn(  # noqa: PLR0913  # what is asked about, what is learned, by whom, who watches
    pool: Pool,
    features: Features,
    labelled: Labelled,
    learner: Learner,
    answers: Answers,
    *,
    settings: TrainingSettings,
    progress: Progress,
) -> None:
    """Ask until nobody answers, the pool is exhausted or enough has been asked."""
    chooser = Chooser(pool.left, pool.right, np.random.default_rng(settings.seed))
    asked = _known(pool, labelled)
    left = min(settings.most_questions, int(np.count_nonzero(~asked)))
    progress.stage("questions", left)
    try:
        while left > 0:
            count = min(_batch_size(len(labelled)), left)
            rows = _rows_to_ask(chooser, pool, features, labelled, learner, asked, count, left)
            if not rows:
                break
            for row in rows[:left]:
                asked[row] = True
                answers.ask(int(pool.left[row]), int(pool.right[row]))
                left -= 1
                progress.advance()
            labelled.update(answers.labels)
    except StopAsking:
        labelled.update(answers.labels)


def _batch_size(labels: int) -> int:
    """Few at first, as the first answers change most; then one in twenty."""
    return max(5, labels // 20)


def _rows_to_ask(  # noqa: PLR0913, PLR0917  # as above
    chooser: Chooser,
    pool: Pool,
    features: Features,
    labelled: Labelled,
    learner: Learner,
    asked: Booleans,
    count: int,
    left: int,
) -> Sequence[int]:
    open_rows = np.flatnonzero(~asked)
    if len(labelled) >= _ENOUGH_TO_CHOOSE_BY and left >= len(open_rows):
        return open_rows.tolist()
    if not labelled.has_both:
        return chooser.first(pool.evidence, asked)
    odds = learner.fit(labelled).log_odds(features)
    members = learner.committee(labelled, chooser.random)

    def committee(rows: Integers) -> list[Floats]:
        return [one.log_odds(features[rows]) for one in members]

    return chooser.next(odds, committee, asked, count)


def _known(pool: Pool, labelled: Labelled) -> Booleans:
    """Mark pairs of the pool that are labelled already."""
    size = labelled.records
    return np.isin(pool.left * size + pool.right, labelled.left * size + labelled.right)
