"""What training expects a run to do is what the run does, pair by pair and cluster by cluster."""

import numpy as np
import pytest
from people_tables import FIELDS, People, Truthful

from actors.progress import Silent
from resolution.learning.tables import TrainingSettings, train, training
from resolution.learning.tables.judged import Judged
from resolution.learning.tables.rehearsal import Rehearsal, Rehearsed
from resolution.learning.tables.threshold import THRESHOLDS, best_of
from resolution.tables import Table, TableModel, parsed_fields, table_of
from resolution.tables.comparison import Comparison
from resolution.tables.model import Predicate, Rule, Weight
from resolution.tables.running import Resolved, run
from resolution.tables.scored import Scored

NUMBERED = {"id": "id", "fields": [{"field": "number", "type": "Exact"}]}
SETTINGS = TrainingSettings(seed=3, pool_pairs=20_000)


class Rehearsals:
    """Remembers by what each training has judged thresholds."""

    def __init__(self) -> None:
        self.runs: list[tuple[Scored, Rehearsed]] = []
        self.judged: list[Judged] = []


@pytest.fixture
def rehearsals(monkeypatch: pytest.MonkeyPatch) -> Rehearsals:
    seen, at = Rehearsals(), Rehearsal.at

    def rehearsed(rehearsal: Rehearsal, threshold: float) -> tuple[Scored, Rehearsed]:
        seen.runs.append(at(rehearsal, threshold))
        return seen.runs[-1]

    def judged(pairs: Judged, runs: list[Rehearsed]) -> Rehearsed:
        seen.judged.append(pairs)
        return best_of(pairs, runs)

    monkeypatch.setattr(Rehearsal, "at", rehearsed)
    monkeypatch.setattr(training, "best_of", judged)
    return seen


def two_tables(people: People, listed: int) -> Table:
    return table_of(FIELDS, people.rows[:listed], people.rows[listed:])


def of_each_two(people: People) -> Table:
    """Give the table of all who come first, with that of all who are written again."""
    firsts = set(people.first_of_each())
    order = sorted(range(len(people.rows)), key=lambda place: place not in firsts)
    people.rows = [people.rows[place] for place in order]
    people.person = [people.person[place] for place in order]
    return two_tables(people, len(firsts))


def with_copies() -> tuple[People, Table]:
    """Give people of whom some are written twice, letter by letter; some rows say next to nothing.

    Which of these rows stand for their copies depends on the threshold.
    """
    people = People(80)
    again = [*range(0, 60, 3), *range(30)]
    for place in range(60, 70):
        people.rows[place] = {**people.rows[place], "name": "", "number": ""}
    again += range(60, 70)
    people.rows += [{**people.rows[place], "id": f"c{n}"} for n, place in enumerate(again)]
    people.person += [people.person[place] for place in again]
    return people, people.table()


def tables() -> dict[str, tuple[People, Table]]:
    several, one, cited = People(60, copies=4), People(150), People(60, copies=4)
    return {
        "one table": (several, several.table()),
        "copies": with_copies(),
        "one partner": (one, of_each_two(one)),
        "several partners": (cited, of_each_two(cited)),
    }


def resolved(people: People, table: Table, model: TableModel, threshold: float) -> Resolved:
    begins = table.records.second_begins
    parts = (people.rows[:begins], people.rows[begins:]) if begins else (people.rows,)
    again = table_of(model.fields, *parts)
    return run(again.records, again.variables, model, Silent(), threshold=threshold)


@pytest.mark.parametrize("kind", tables())
@pytest.mark.parametrize("pool_pairs", [300, 20_000])
def test_at_every_threshold_a_run_compares_and_clusters_what_training_rehearsed(
    kind: str, pool_pairs: int, rehearsals: Rehearsals
) -> None:
    """Training judged other pairs than a run compares, and asked twice who has one partner."""
    people, table = tables()[kind]
    settings = TrainingSettings(seed=3, pool_pairs=pool_pairs)

    model = train(
        table.records, table.variables, table.fields, Truthful(people, 40), settings=settings
    )

    assert [one.threshold for _, one in rehearsals.runs] == THRESHOLDS.tolist()
    assert model.threshold in THRESHOLDS
    for compared, expected in rehearsals.runs:
        found = resolved(people, table, model, expected.threshold)
        for side in ("left", "right", "scores"):
            told, done = (getattr(one, side) for one in (compared, found.pairs))
            assert np.array_equal(told, done), (side, expected.threshold)
        assert np.array_equal(found.clusters.numbers, expected.numbers)


def test_whether_records_have_one_partner_is_decided_once(rehearsals: Rehearsals) -> None:
    decided = {}
    for kind, (people, table) in tables().items():
        train(table.records, table.variables, table.fields, Truthful(people, 40), settings=SETTINGS)
        decided[kind] = {one.has_one_partner for _, one in rehearsals.runs}
        rehearsals.runs.clear()

    assert decided == {
        "one table": {False},
        "copies": {False},
        "one partner": {True},
        "several partners": {False},
    }


def test_judged_pairs_are_those_of_drawn_records_in_order_and_once(rehearsals: Rehearsals) -> None:
    people = People(150, copies=4)
    table, settings = people.table(), TrainingSettings(seed=3, pool_pairs=300)

    model = train(
        table.records, table.variables, table.fields, Truthful(people, 30), settings=settings
    )

    [judged] = rehearsals.judged
    pairs = list(zip(judged.left.tolist(), judged.right.tolist(), strict=True))
    assert pairs == sorted(set(pairs))
    compared, _ = rehearsals.runs[0]
    beside = set(zip(compared.left.tolist(), compared.right.tolist(), strict=True)) - set(pairs)
    assert 0 < model.trained_on["drawn_records"] < len(people.rows)
    assert beside


def test_what_labels_did_to_clusters_is_told_apart_from_what_they_are_without() -> None:
    people = People(30)
    table = people.table(parsed_fields(NUMBERED, "FIELDS.json"))
    numbers = [row["number"] for row in people.rows]
    pairs = [
        (left, right)
        for right, number in enumerate(numbers)
        if (left := numbers.index(number)) < right
    ]
    [labelled, *others] = pairs
    model = TableModel(
        table.fields,
        (Rule((Predicate("number", "wholeFieldPredicate"),)),),
        (Weight("number", 4.0),),
        bias=-1.0,
        threshold=0.5,
        pairs_per_record=None,
        trained_on={},
    )
    ends = np.array([labelled], dtype=np.int32).T
    unseen = Scored(*ends, np.array([0.1]))

    comparison = Comparison(table.records, table.variables)
    rehearsal = Rehearsal(table.records, table.variables, model, comparison)
    found, without = rehearsal.at(0.5)[1].numbers, rehearsal.unseen(0.5, unseen)

    def together(numbers: np.ndarray, pair: tuple[int, int]) -> bool:
        return bool(numbers[pair[0]] == numbers[pair[1]])

    assert others
    assert all(together(found, pair) for pair in pairs)
    assert all(together(without, pair) for pair in others)
    assert not together(without, labelled)
