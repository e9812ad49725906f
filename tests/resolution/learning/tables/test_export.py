"""What stock dedupe learned, exported: the same candidate pairs, the same scores."""

import io
import random
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import dedupe
import numpy as np
import pytest
from dedupe import variables as stock
from dedupe.predicate_functions import commonFourGram, wholeFieldPredicate
from dedupe.predicates import (
    CompoundPredicate,
    ExistsPredicate,
    LevenshteinCanopyPredicate,
    SimplePredicate,
    StringPredicate,
)
from dedupe.predicates import (
    Predicate as Theirs,
)

from actors.errors import ModelError
from resolution.learning.tables.export import exported
from resolution.tables.api import score, table_of
from resolution.tables.blocking import candidate_pairs
from resolution.tables.model import Predicate, Rule, TableModel, read_model, write_model

_SYLLABLES = [
    "bor",
    "den",
    "gal",
    "hin",
    "jor",
    "kel",
    "lam",
    "mir",
    "nov",
    "pol",
    "rus",
    "tam",
    "vek",
    "zan",
]
Row = dict[str, object]
Trained = tuple[dedupe.Dedupe, list[object], dict[int, Row]]


def _definitions() -> list[object]:
    return [
        stock.String("name", name="name"),
        stock.ShortString("street", has_missing=True),
        stock.Exact("street", name="same street", has_missing=True),
        stock.Text("note", corpus=["red blue", "red", "green"], has_missing=True),
        stock.Categorical("kind", categories=["firm", "person", "ship"], name="kind"),
        stock.Exists("note", name="noted", has_missing=True),
        stock.Interaction("name", "kind"),
        stock.Interaction("name", "same street"),
    ]


def _rows() -> dict[int, Row]:
    """Return forty actors, each twice, the second time with a slip or a gap."""
    drawn = random.Random(4)
    rows: dict[int, Row] = {}
    for actor in range(40):
        name = " ".join("".join(drawn.choices(_SYLLABLES, k=3)) for _ in range(2))
        row: Row = {
            "name": name,
            "street": f"{drawn.randint(1, 99)} {drawn.choice(_SYLLABLES)} street",
            "note": " ".join(drawn.choices(["red", "blue", "green", "grey"], k=3)),
            "kind": drawn.choice(["firm", "person", "ship"]),
        }
        at = drawn.randrange(len(name))
        rows[2 * actor] = row
        rows[2 * actor + 1] = row | {
            "name": name[:at] + "x" + name[at + 1 :],
            drawn.choice(["street", "note"]): None,
        }
    return rows


@pytest.fixture(scope="module")
def trained() -> Trained:
    definitions, rows = _definitions(), _rows()
    matcher = dedupe.Dedupe(definitions, num_cores=0, in_memory=True)
    same = [(rows[2 * actor], rows[2 * actor + 1]) for actor in range(40)]
    different = [(rows[one], rows[other]) for one, other in combinations(range(0, 24, 2), 2)]
    random.seed(0)
    np.random.seed(0)  # noqa: NPY002  # dedupe draws from it
    matcher.classifier.n_jobs = 1
    matcher.prepare_training(rows, sample_size=200)
    matcher.mark_pairs({"match": same, "distinct": different})
    matcher.train(recall=1.0, index_predicates=False)
    return matcher, definitions, rows


def _theirs(matcher: dedupe.Dedupe, rows: Mapping[int, Row]) -> dict[tuple[int, int], float]:
    scored = matcher.score(matcher.pairs(rows))
    return {(int(one), int(other)): float(found) for (one, other), found in scored}


def _ours(model: TableModel, *tables: Mapping[int, Row]) -> dict[tuple[int, int], float]:
    table = table_of(
        model.fields,
        *([{"id": str(number), **row} for number, row in rows.items()] for rows in tables),
    )
    left, right = candidate_pairs(table.records, table.variables, model.rules)
    found = score(table, model, left, right)
    return {
        (int(one), int(other)): float(chance)
        for one, other, chance in zip(left, right, found, strict=True)
    }


def _assert_same(ours: Mapping[object, float], theirs: Mapping[object, float]) -> None:
    assert ours.keys() == theirs.keys()
    assert max(abs(ours[pair] - theirs[pair]) for pair in theirs) < 1e-6


def test_the_exported_model_gives_dedupes_pairs_and_scores(
    trained: Trained, tmp_path: Path
) -> None:
    matcher, definitions, rows = trained
    write_model(exported(matcher, definitions, "id"), tmp_path / "model.json")

    ours = _ours(read_model(tmp_path / "model.json"), rows)

    assert len(ours) > 40
    _assert_same(ours, _theirs(matcher, rows))


@pytest.mark.parametrize(
    "rule",
    [
        CompoundPredicate(
            [
                StringPredicate(commonFourGram, "name"),
                SimplePredicate(wholeFieldPredicate, "street"),
            ]
        ),
        CompoundPredicate(
            [ExistsPredicate("street"), SimplePredicate(wholeFieldPredicate, "kind")]
        ),
        ExistsPredicate("note"),
    ],
    ids=repr,
)
def test_any_rule_of_dedupes_finds_its_pairs(trained: Trained, rule: Theirs) -> None:
    matcher, definitions, rows = trained
    learned, fingerprinter = matcher.predicates, matcher._fingerprinter
    try:
        matcher.predicates = (rule,)
        matcher._fingerprinter = dedupe.blocking.Fingerprinter((rule,))

        _assert_same(_ours(exported(matcher, definitions, "id"), rows), _theirs(matcher, rows))
    finally:
        matcher.predicates, matcher._fingerprinter = learned, fingerprinter


def test_a_text_and_an_exact_value_of_one_column_keep_their_own_predicates(
    trained: Trained,
) -> None:
    matcher, definitions, _ = trained
    learned = matcher.predicates
    parts = [
        StringPredicate(wholeFieldPredicate, "street"),
        SimplePredicate(wholeFieldPredicate, "street"),
    ]
    try:
        matcher.predicates = tuple(parts)
        model = exported(matcher, definitions, "id")
    finally:
        matcher.predicates = learned

    assert set(model.rules) == {
        Rule((Predicate("street", "wholeFieldPredicate"),)),
        Rule((Predicate("same street", "wholeFieldPredicate"),)),
    }


def test_two_tables_are_linked_as_dedupe_links_them(trained: Trained) -> None:
    matcher, definitions, rows = trained
    linker = dedupe.RecordLink(definitions, num_cores=0, in_memory=True)
    linker.classifier, linker.predicates = matcher.classifier, matcher.predicates
    linker._fingerprinter = matcher._fingerprinter
    first = {number: row for number, row in rows.items() if number % 2 == 0}
    second = {number: row for number, row in rows.items() if number % 2}
    order = [*first, *second]
    theirs = {
        (order.index(int(one)), order.index(int(other))): float(found)
        for (one, other), found in linker.score(linker.pairs(first, second))
    }

    _assert_same(_ours(exported(linker, definitions, "id"), first, second), theirs)


def test_a_settings_file_of_dedupe_is_exported_as_well(trained: Trained) -> None:
    matcher, definitions, _ = trained
    file = io.BytesIO()
    matcher.write_settings(file)
    file.seek(0)

    static = dedupe.StaticDedupe(file, num_cores=0)

    model = exported(static, definitions, "id")
    assert model.weights == exported(matcher, definitions, "id").weights


def test_predicates_that_need_an_index_are_refused(trained: Trained) -> None:
    matcher, definitions, _ = trained
    learned = matcher.predicates
    try:
        matcher.predicates = (LevenshteinCanopyPredicate(2, "name"),)
        with pytest.raises(ModelError, match="index_predicates=False"):
            exported(matcher, definitions, "id")
    finally:
        matcher.predicates = learned


def test_a_comparator_of_ones_own_is_refused(trained: Trained) -> None:
    matcher, definitions, _ = trained
    own = stock.Custom("name", comparator=lambda left, right: len(left) - len(right))

    with pytest.raises(ModelError, match="none of ours"):
        exported(matcher, [*definitions, own], "id")
