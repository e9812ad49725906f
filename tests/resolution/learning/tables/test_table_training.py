from dataclasses import replace

import numpy as np
import pytest
from people_tables import FIELDS, People, Truthful

from actors.errors import LabelsError
from actors.progress import Silent
from resolution.labelling import GivenLabels, Label
from resolution.learning.tables import TrainingSettings, train
from resolution.tables import Table, TableModel, parsed_fields, table_of
from resolution.tables.model.document import as_json
from resolution.tables.running import run

SETTINGS = TrainingSettings(seed=3, pool_pairs=20_000)


class Stages(Silent):
    """Remembers how much of each stage was announced."""

    def __init__(self) -> None:
        self.totals: dict[str, int | None] = {}

    def stage(self, name: str, total: int | None = None) -> None:
        self.totals[name] = total


def trained(table: Table, answers: Truthful | GivenLabels) -> TableModel:
    return train(table.records, table.variables, table.fields, answers, settings=SETTINGS)


def f1_of(model: TableModel, people: People) -> float:
    table = people.table(model.fields)
    numbers = run(table.records, table.variables, model, Silent()).clusters.numbers
    size = len(numbers)
    left, right = np.triu_indices(size, 1)
    person = np.array(people.person)
    said, true = numbers[left] == numbers[right], person[left] == person[right]
    return float(2 * (said & true).sum() / (said.sum() + true.sum()))


def test_few_answers_teach_who_is_who_among_people_never_asked_about() -> None:
    people = People(200)
    answers = Truthful(people, 40)

    model = trained(people.table(), answers)

    assert f1_of(model, people) > 0.97
    assert f1_of(model, People(200, seed=9)) > 0.95
    assert model.trained_on["labels"] == 40


def test_a_budget_beyond_all_pairs_asks_each_pair_once_and_ends() -> None:
    people = People(40)
    answers = Truthful(people, 100_000)
    seen = Stages()
    settings = replace(SETTINGS, most_questions=100_000)

    table = people.table()
    model = train(
        table.records, table.variables, table.fields, answers, settings=settings, progress=seen
    )

    pairs = model.trained_on["candidate_pairs"]
    assert model.trained_on["labels"] == pairs == seen.totals["questions"]
    assert len({(label.left, label.right) for label in answers.labels}) == pairs


def test_no_more_is_asked_than_is_answered_and_no_pair_twice() -> None:
    people = People(60)
    answers = Truthful(people, 25)

    trained(people.table(), answers)

    assert len(answers.asked) == 25
    assert len(set(answers.asked)) == 25


def test_the_questions_hold_matches_and_others_from_the_beginning() -> None:
    people = People(200)
    answers = Truthful(people, 12)

    trained(people.table(), answers)

    assert 2 <= sum(one.match for one in answers.labels) <= 10


def test_the_same_table_answers_and_seed_give_the_same_model() -> None:
    first, second = (trained(People(80).table(), Truthful(People(80), 30)) for _ in range(2))

    assert as_json(first) == as_json(second)


def test_labels_that_are_given_teach_without_a_question() -> None:
    people = People(120)
    pairs = [(left, right) for left in range(40) for right in range(left + 1, 160)]
    matches = [pair for pair in pairs if people.same(*pair)]
    labels = [Label(*pair, people.same(*pair)) for pair in (*matches, *pairs[:: len(pairs) // 20])]

    model = trained(people.table(), GivenLabels(labels))

    assert f1_of(model, people) > 0.9


def test_the_order_of_the_labels_teaches_nothing() -> None:
    people = People(60)
    answers = Truthful(people, 40)
    trained(people.table(), answers)
    turned = [Label(right, left, match) for left, right, match in reversed(answers.labels)]

    first, second = (
        trained(people.table(), GivenLabels(labels)) for labels in (answers.labels, turned)
    )

    assert as_json(first) == as_json(second)


def test_prices_and_sets_are_learned_as_numbers_and_wordings_and_codes_twice() -> None:
    people = People(40)
    people.rows = [{**row, "price": "12.5", "tags": "x|y"} for row in people.rows]
    types = {"name": "Text", "number": "Exact", "price": "Price", "tags": "Set"}
    fields = parsed_fields(
        {
            "id": "id",
            "fields": [{"field": name, "type": kind} for name, kind in types.items()],
        },
        "FIELDS.json",
    )

    model = trained(people.table(fields), Truthful(people, 20))

    found = [(one.field, one.type) for one in model.fields.fields]
    assert found == [
        ("name", "Wording"),
        ("number", "Exact"),
        ("number", "Identifier"),
        ("price", "Number"),
        ("tags", "Wordings"),
    ]


def test_labels_of_one_kind_are_refused_with_their_numbers() -> None:
    people = People(30)

    with pytest.raises(LabelsError, match="All 2 pairs that were labelled are two"):
        trained(people.table(), GivenLabels([Label(0, 1, False), Label(0, 2, False)]))


def test_where_all_that_share_a_key_are_one_strangers_teach_what_differs() -> None:
    people = People(6, copies=20)

    model = trained(people.table(), Truthful(people, 40))

    assert f1_of(model, people) == 1.0


def two_tables() -> tuple[People, Table]:
    """Give people and the table of all who come first, with that of all who are written again."""
    people = People(150)
    firsts = set(people.first_of_each())
    order = sorted(range(len(people.rows)), key=lambda place: place not in firsts)
    people.rows = [people.rows[place] for place in order]
    people.person = [people.person[place] for place in order]
    return people, table_of(FIELDS, people.rows[: len(firsts)], people.rows[len(firsts) :])


def test_of_two_tables_only_pairs_across_are_asked_and_found() -> None:
    people, table = two_tables()
    answers = Truthful(people, 30)

    model = trained(table, answers)

    begins = table.records.second_begins
    assert begins is not None
    assert all(left < begins <= right for left, right in answers.asked)
    assert model.trained_on["same"] > 0


def test_the_budget_of_pairs_is_stated_and_kept_by_the_rules() -> None:
    people = People(200)
    settings = replace(SETTINGS, pairs_per_record=4.0)
    table = people.table()

    model = train(
        table.records, table.variables, table.fields, Truthful(people, 30), settings=settings
    )
    again = people.table(model.fields)
    pairs = run(again.records, again.variables, model, Silent()).report.pairs

    assert model.pairs_per_record == 4.0
    assert 0 < pairs <= 4.0 * len(people.rows)


def test_texts_are_learned_as_wording_and_the_model_says_so() -> None:
    people = People(40)

    model = trained(people.table(), Truthful(people, 20))

    assert {one.type for one in model.fields.fields} == {"Wording"}
    assert [one.name for one in model.fields.fields] == ["name", "town", "number"]


def test_a_column_that_is_empty_or_always_the_same_harms_nothing() -> None:
    people = People(80)
    people.rows = [{**row, "empty": "", "constant": "x"} for row in people.rows]
    fields = parsed_fields(
        {
            "id": "id",
            "fields": [
                {"field": one, "type": "String"}
                for one in ("name", "town", "number", "empty", "constant")
            ],
        },
        "FIELDS.json",
    )

    model = trained(people.table(fields), Truthful(people, 30))

    assert f1_of(model, people) > 0.95


def test_a_model_says_what_it_was_trained_on_and_what_more_labels_would_bring() -> None:
    people = People(80)

    told = trained(people.table(), Truthful(people, 30)).trained_on

    assert told["same"] + told["different"] == told["labels"] == 30
    assert told["records"] == len(people.rows)
    assert 0 <= told["expected_f1"] <= told["expected_f1_with_twice_the_labels"] <= 1


def test_labels_of_pairs_that_no_run_compares_train_all_the_same() -> None:
    """With no pair compared at a threshold, training ended in a traceback."""
    fields = parsed_fields({"id": "id", "fields": [{"field": "name", "type": "PersonName"}]}, "F")
    names = ("anna meyer", "ben schmidt", "clara huber", "dirk wolf")
    table = table_of(fields, [{"id": name[0], "name": name} for name in names])
    answers = GivenLabels([Label(0, 1, match=True), Label(2, 3, match=False)])

    assert trained(table, answers).trained_on["labels"] == 2
