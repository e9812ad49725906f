"""What the tables of an evaluation say of pairs that could not be held against the graph."""

import pytest

from resolution.evaluation.graph.figures import FileEvaluation
from resolution.evaluation.graph.tables import evaluation_tables
from resolution.evaluation.measures import Evaluation, Figures

FIGURES = Figures("all", same=2, same_merged=2, different=1, different_merged=0)


@pytest.mark.parametrize(
    ("not_ingested", "title"),
    [
        (0, "judged.csv"),
        (1, "judged.csv: 1 more pair has a record that is not in the graph"),
        (1200, "judged.csv: 1,200 more pairs have a record that is not in the graph"),
    ],
)
def test_pairs_left_out_are_told_only_where_there_are_some(not_ingested: int, title: str) -> None:
    evaluation = Evaluation((FIGURES,), (), (), 0, not_ingested)

    [table] = evaluation_tables([FileEvaluation("judged.csv", evaluation, (), ())])

    assert table.title == title


def test_where_no_pair_counts_there_is_a_sentence_and_no_empty_table() -> None:
    evaluation = Evaluation((), (), (), 0, 1)

    [table] = evaluation_tables([FileEvaluation("judged.csv", evaluation, (), ())])

    assert table.columns == (
        "judged.csv: no pair to count: 1 pair has a record that is not in the graph",
    )
