"""An explanation is the decision: its parts make the score, and it says what a run compares."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolution.explanation.outcomes import Compared
from resolution.explanation.tables import feature_table
from resolution.explanation.values import PRIOR
from resolution.tables import Fields, Table, TableModel, parsed_fields, resolve, score, table_of
from resolution.tables.comparison import feature_names
from resolution.tables.explanation import Explainer
from resolution.tables.model import Predicate, Rule, Weight
from resolution.tables.variables import variables_of

FIELDS: Fields = parsed_fields(
    {
        "id": "id",
        "fields": [
            {"field": "name", "type": "PersonName"},
            {"field": "name", "type": "String", "name": "as written"},
            {"field": "born", "type": "Date"},
            {"field": "town", "type": "Exact", "has_missing": True},
            {"field": "skills", "type": "Set"},
            {"type": "Interaction", "variables": ["as written", "town"]},
        ],
    },
    "FIELDS.json",
)
NAMES = ("Orla Vane", "Vane, Orla", "O. Vane", "Piet Hals", "Ada Grey", "")
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "name": st.sampled_from(NAMES),
            "born": st.sampled_from(("1968-04-12", "1968", "1970-01-02", "")),
            "town": st.sampled_from(("Cork", "Delft", "")),
            "skills": st.sampled_from((["alto"], ["alto", "piano"], None)),
        }
    ),
    min_size=2,
    max_size=9,
    unique_by=lambda row: str(sorted(row.items())),  # equal rows stand for one another
)


def model(
    most_records: int | None = None, pairs_per_record: float | None = None, records: int = 4
) -> TableModel:
    names = feature_names(variables_of(FIELDS))
    weights = [
        Weight(name, (-1.0) ** place * (1.0 + place / 7)) for place, name in enumerate(names)
    ]
    return TableModel(
        fields=FIELDS,
        rules=(
            Rule((Predicate("town", "wholeFieldPredicate"),), most_records),
            Rule((Predicate("born", "year"), Predicate("name", "whole")), most_records),
        ),
        weights=tuple(weights),
        bias=-1.5,
        threshold=0.5,
        pairs_per_record=pairs_per_record,
        trained_on={"records": records},
    )


def table(*rows: dict[str, object], second: tuple[dict[str, object], ...] = ()) -> Table:
    def with_ids(side: str, given_rows: tuple[dict[str, object], ...]) -> list[dict[str, object]]:
        return [{"id": f"{side}{place}", **row} for place, row in enumerate(given_rows)]

    sides = [with_ids("a", rows), *([with_ids("b", second)] if second else [])]
    return table_of(FIELDS, *sides)


@settings(max_examples=40, deadline=None)
@given(rows=ROWS)
def test_the_weights_add_up_to_the_log_odds_of_the_score_that_a_run_finds(
    rows: list[dict[str, object]],
) -> None:
    given_table, decides = table(*rows), model()
    explainer = Explainer(given_table, decides)

    for left, right in combinations(range(len(rows)), 2):
        found = explainer.explain(left, right)

        [scored] = score(given_table, decides, [left], [right])
        assert sum(one.weight for one in found.features) == pytest.approx(found.log_odds, abs=1e-9)
        assert found.score == scored
        assert found.features[0].name == PRIOR


def test_both_values_stand_beside_what_they_weigh() -> None:
    found = Explainer(
        table({"name": "Orla Vane", "born": "1968-04-12"}, {"name": "Vane, Orla", "town": "Cork"}),
        model(),
        lambda record, column: f"{column} of {record}" if column != "born" or not record else "",
    ).explain(0, 1)

    by_name = {one.name: one for one in found.features}
    exact = by_name["name: exact"]
    assert (exact.left, exact.right, exact.similarity) == ("name of 0", "name of 1", 1.0)
    assert exact.meaning == "name: the words are the same"
    [silent] = [one for one in found.features if one.meaning == "born: only one side states it"]
    assert (silent.weight, silent.similarity) == (0.0, None)
    assert "Only one side states born." in found.text


def test_a_key_that_too_many_records_have_is_told_as_such() -> None:
    crowd = table(*({"name": name, "town": "Cork"} for name in NAMES[:4]))

    found = Explainer(crowd, model(most_records=3)).explain(0, 1)

    [town, _] = found.blocking
    assert town.meaning == "town as a whole"
    assert (town.shared, town.too_common, town.brings_together) == (("Cork",), ("Cork",), False)
    assert found.rules == ()


def test_without_their_file_values_are_shown_as_they_are_read() -> None:
    found = Explainer(
        table(
            {"name": "Orla Vane", "skills": ["alto", "piano"]}, {"name": "Ada", "skills": ["alto"]}
        ),
        model(),
    ).explain(0, 1)

    [skills] = [one for one in found.features if one.name == "skills"]
    assert (skills.left, skills.right) == ("alto, piano", "alto")


def test_equal_rows_are_told_to_stand_for_one_another_whatever_their_keys() -> None:
    row = {"name": "", "town": "Delft", "skills": ["alto", "piano"], "born": "1968"}
    others = [{"name": name, "town": "Delft"} for name in NAMES[:3]]
    given_table = table(row, row, *others)
    [alike] = score(given_table, model(), left=[0], right=[1])
    decides = replace(model(2, 5.0, records=5), threshold=float(alike) / 2)

    explainer = Explainer(given_table, decides)

    found, outcome = explainer.explain(0, 1), explainer.outcome(0, 1)

    pairs = resolve(given_table, decides).pairs
    assert (0, 1) in zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)
    assert outcome.compared is Compared.AS_EQUAL
    assert "it lets a0 stand for both" in outcome.text
    assert (found.rules, found.blocking) == ((), ())


def test_what_rounds_to_nothing_is_neither_told_nor_given_a_sign() -> None:
    slight = replace(
        model(),
        rules=(),
        weights=(Weight("born: same year", -0.001), Weight("town", -0.5)),
        bias=0.0,
    )
    rows = [
        {"id": "1", "name": "Orla Vane", "born": "1968", "town": "Cork"},
        {"id": "2", "name": "Vane, Orla", "born": "1968", "town": "Cork"},
    ]

    found = Explainer(table_of(FIELDS, rows), slight).explain(0, 1)

    assert "-0.0" not in found.text
    assert not any("-0.00" in str(row) for row in feature_table(found).rows)
