"""What is told of a run is what the run does: compared or not, with whom, and what came between."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolution.explanation.outcomes import Compared, Link
from resolution.tables import Fields, Table, TableModel, parsed_fields, resolve, table_of
from resolution.tables.blocking import find_candidates
from resolution.tables.comparison import Comparison
from resolution.tables.explanation import Explainer
from resolution.tables.growth import grown
from resolution.tables.model import Predicate, Rule, Weight

FIELDS: Fields = parsed_fields(
    {
        "id": "id",
        "fields": [
            {"field": field, "type": "Exact", "has_missing": True}
            for field in ("name", "born", "town", "group", "note")
        ],
    },
    "FIELDS.json",
)
Row = dict[str, str]
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "name": st.sampled_from(("Vane", "Hals", "")),
            "born": st.sampled_from(("1968", "1970", "")),
            "town": st.sampled_from(("Cork", "Delft", "")),
            "group": st.sampled_from(("alto", "tenor", "")),
        }
    ),
    min_size=2,
    max_size=10,
)


def model(pairs_per_record: float | None = 50.0, most_records: int | None = None) -> TableModel:
    """Return a model that knows three findings worth +2 each, and -3 to begin with."""
    return TableModel(
        fields=FIELDS,
        rules=tuple(
            Rule((Predicate(name, "wholeFieldPredicate"),), most_records)
            for name in ("town", "group")
        ),
        weights=tuple(Weight(name, 2.0) for name in ("name", "born", "town", "group")),
        bias=-3.0,
        threshold=0.5,
        pairs_per_record=pairs_per_record,
        trained_on={},
    )


def row(name: str = "", born: str = "", town: str = "", group: str = "") -> Row:
    return {"name": name, "born": born, "town": town, "group": group}


def table(*rows: Row, second: tuple[Row, ...] = ()) -> Table:
    def with_ids(side: str, given_rows: tuple[Row, ...]) -> list[Row]:
        return [{"id": f"{side}{place}", **one} for place, one in enumerate(given_rows)]

    return table_of(FIELDS, with_ids("a", rows), *([with_ids("b", second)] if second else []))


def brought_by_rules(given_table: Table, decides: TableModel) -> set[tuple[int, int]]:
    records, variables = given_table.records, given_table.variables
    comparison = Comparison(records, variables)
    found = find_candidates(records, variables, grown(decides, len(records)), comparison)
    left, right = found.all()
    return set(zip(left.tolist(), right.tolist(), strict=True))


@settings(max_examples=40, deadline=None)
@given(
    rows=ROWS,
    seconds=st.integers(0, 4),
    most_records=st.sampled_from((None, 2)),
    pairs_per_record=st.sampled_from((None, 0.5, 2.0, 50.0)),
    threshold=st.sampled_from((None, 0.2, 0.9)),
)
def test_an_outcome_is_what_a_run_does(
    rows: list[Row],
    seconds: int,
    most_records: int | None,
    pairs_per_record: float | None,
    threshold: float | None,
) -> None:
    cut = max(len(rows) - seconds, 1)
    given_table = table(*rows[:cut], second=tuple(rows[cut:]))
    decides = model(pairs_per_record, most_records)
    explainer = Explainer(given_table, decides, threshold=threshold)
    resolved = resolve(given_table, decides, threshold=threshold)
    compared = set(zip(resolved.pairs.left.tolist(), resolved.pairs.right.tolist(), strict=True))
    by_rules = brought_by_rules(given_table, decides)
    clusters, ids = resolved.clusters.numbers.tolist(), given_table.records.ids
    are_distinct = len({frozenset(one.items()) for one in rows}) == len(rows)

    for left, right in combinations(range(len(rows)), 2):
        found = explainer.outcome(left, right)

        assert found.are_one == (clusters[left] == clusters[right])
        for record, members in ((left, found.left_cluster), (right, found.right_cluster)):
            assert members == tuple(
                id_ for id_, number in zip(ids, clusters, strict=True) if number == clusters[record]
            )
        if not found.are_one:
            assert found.average is not None
            assert found.average < explainer.threshold + 1e-6, "else they would be one"
        # Of equal rows one is compared with others, and stands for all.
        if are_distinct:
            assert (found.compared is Compared.BY_RULES) == ((left, right) in by_rules)
            assert (found.compared is not Compared.NEVER) == ((left, right) in compared)


def test_a_better_partner_that_came_first_is_named() -> None:
    rows = (
        row("Vane", "1968", "Cork"),
        row("Vane", "1968", "Cork", "alto"),
        row("Vane", "", "Cork"),
        row("", "1970", "Cork", "alto"),
    )
    explainer = Explainer(table(*rows), model(), threshold=0.7)

    found = explainer.outcome(1, 3)

    assert explainer.explain(1, 3).score == pytest.approx(0.731, abs=1e-3)
    assert (found.compared, found.are_one) == (Compared.BY_RULES, False)
    assert found.better == (Link("a1", "a0", pytest.approx(0.953, abs=1e-3)),)
    assert "keeps a1 and a3 apart. a1 is with a0 and a2." in found.text
    assert "But a1 is likelier to be a0 (95 %)" in found.text
    assert "Over all 3 pairs between the two clusters" in found.text


def test_better_partners_of_both_are_told_in_one_sentence() -> None:
    rows = (
        row("Vane", "1968", "Cork", "alto"),
        row("Vane", "1968", "Cork"),
        row("Vane", "1970", "Delft", "alto"),
        row("Vane", "1970", "Delft"),
    )
    explainer = Explainer(table(*rows), model(), threshold=0.7)

    told = explainer.outcome(0, 2).text

    assert "But a0 is likelier to be a1 (95 %) and a2 is likelier to be a3 (95 %), and the" in told
    assert told.count("put together first") == 1


def test_who_stands_for_an_equal_row_is_told_before_it_is_named() -> None:
    rows = (
        row("Vane", "1968", "Cork"),
        row("Vane", "1968", "Cork"),
        row("Vane", "1968", "Cork", "alto"),
        row("Hals", "1970", "Delft"),
    )
    explainer = Explainer(table(*rows), model())

    copied, own, alike = (explainer.outcome(*ends) for ends in ((1, 3), (0, 3), (0, 1)))

    assert copied.stand_ins == (("a1", "a0"),)
    assert copied.text.startswith(
        "a1 is equal to a0 in all that is compared, which stands for it. A run with"
    )
    assert own.stand_ins == ()
    assert own.text.startswith("A run with")
    assert "it lets a0 stand for both." in alike.text
    assert "is equal to" not in alike.text


def test_rows_that_say_nothing_are_told_to_be_compared_with_none() -> None:
    confident = replace(model(), bias=1.0)
    explainer = Explainer(table(row(), row(), row("Vane")), confident)

    empty, found = explainer.outcome(0, 1), explainer.explain(0, 1)

    assert (empty.compared, empty.are_one) == (Compared.NEVER, False)
    assert "Nothing that is compared is known on both sides" in found.text
    assert "known on both sides, so no rule brings them together" in empty.text
    assert "It takes none for one by the 73 % that any two records have." in empty.text
    assert "Their own probability" not in empty.text


def test_who_is_likely_to_be_both_is_told_to_have_brought_two_together() -> None:
    rows = (
        row("Vane", "1968", "Cork", "alto"),
        row("Vane", "1968", "Cork", "tenor"),
        row("Vane", "1968", "Delft", "tenor"),
        row("Hals", "1970", "Ulm"),
    )
    explainer = Explainer(table(*rows), model())

    closed, stranger = explainer.outcome(0, 2), explainer.outcome(0, 3)

    assert (closed.compared, closed.thirds) == (Compared.BY_NEIGHBOURS, ("a1",))
    assert "but a1 is likely to be both, so it compares them all the same" in closed.text
    assert (stranger.compared, stranger.thirds) == (Compared.NEVER, ())
    assert "nor is any third record likely to be both" in stranger.text


def test_of_two_tables_it_is_told_why_rows_of_one_are_compared_or_not() -> None:
    cited = [row("Vane", f"{year}", "Cork", "alto") for year in (1968, 1970)]
    repeating = Explainer(table(row("Vane", "", "Cork", "alto"), second=(*cited,)), model())
    people = [row("Vane", f"{year}", f"town {year}", f"group {year}") for year in range(30)]
    each_once = Explainer(table(*people, second=(*people,)), model())

    assert repeating.outcome(1, 2).thirds == ("a0",)
    assert repeating.outcome(1, 2).compared is Compared.BY_NEIGHBOURS
    assert each_once.outcome(0, 1).compared is Compared.NEVER
    assert "hardly any record has two sure partners" in each_once.outcome(0, 1).text


def test_what_holds_two_together_that_are_not_alike_themselves_is_told() -> None:
    rows = (
        row("Vane", "1968", "Cork"),
        row("Vane", "1968", "Cork", "alto"),
        row("Vane", "", "", "alto"),
    )
    explainer = Explainer(table(*rows), model(pairs_per_record=None), threshold=0.3)

    found = explainer.outcome(0, 2)

    assert (found.compared, found.are_one) == (Compared.NEVER, True)
    assert [(one.left, one.right) for one in found.way] == [("a0", "a1"), ("a1", "a2")]
    assert "What holds them together: a0 and a1 (95 %); a1 and a2 (73 %)." in found.text


def test_a_crowd_that_needs_more_than_the_threshold_is_told() -> None:
    """Of eight hundred namesakes, two by two in a town, only those of one town are one."""
    rows = [
        {**row("Vane", "1968", f"town {place // 2}", "alto"), "note": str(place)}
        for place in range(800)
    ]
    explainer = Explainer(table(*rows), model(pairs_per_record=1000.0), threshold=0.94)

    found = explainer.outcome(0, 2)

    assert explainer.explain(0, 2).score == pytest.approx(0.953, abs=1e-3)
    assert not found.are_one
    assert "likely pairs chain 800 records together" in found.text
    assert "a pair needs 97 %" in found.text


def test_a_probability_that_rounds_to_the_threshold_can_be_told_from_it() -> None:
    explainer = Explainer(
        table(row("Vane", "1968", "Cork"), row("Vane", "1970", "Cork")), model(), threshold=0.7305
    )

    found, alone = explainer.outcome(0, 1), explainer.explain(0, 1)

    assert "Their own probability of 73.1 % reaches" in found.text
    assert "one with a probability of 73.1 %" in alone.text
    assert "A run with a threshold of 0.7305 puts" in found.text
