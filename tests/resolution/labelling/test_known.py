import numpy as np
import pytest

from resolution.labelling import KnownAnswers, Label, StopAsking


def test_at_most_the_budget_of_answers_is_used_and_what_is_not_known_costs_nothing() -> None:
    answers = KnownAnswers(np.array([0, 0, 1, -1]), budget=2)

    assert answers.ask(0, 1) is True
    assert answers.ask(0, 3) is None
    assert answers.ask(1, 2) is False
    with pytest.raises(StopAsking):
        answers.ask(0, 2)
    assert answers.labels == [Label(0, 1, True), Label(1, 2, False)]
