"""A model that tells nothing apart is not written, and a run that joins a table says so."""

import csv
import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from dedupe_command import dedupe

from actors.errors import LabelsError
from resolution.standalone.discerning import FEWEST_RECORDS, check_tells_apart, swallowed
from resolution.tables.api import table_of
from resolution.tables.fields import as_document
from resolution.tables.model import TableModel, Weight, read_model, write_model

MEMBERS = Path(__file__).parents[3] / "demo" / "members"


@pytest.fixture
def model(model_file: Path) -> TableModel:
    return read_model(model_file)


def people(count: int) -> list[dict[str, str]]:
    return [{"id": f"r{one}", "name": f"name {one}", "town": "Cork"} for one in range(count)]


def test_labels_that_teach_nothing_make_no_model(
    model: TableModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, labels, written = (tmp_path / name for name in ("people.csv", "labels.csv", "new.json"))
    table.write_text("id,name,town\n" + "".join(f"r{one},N{one},Cork\n" for one in range(30)))
    labels.write_text("left_id,right_id,match\nr1,r2,1\nr3,r4,0\n")
    fields = tmp_path / "fields.json"
    fields.write_text(json.dumps(as_document(model.fields)))
    dull = replace(model, bias=-0.5, threshold=0.1)
    monkeypatch.setattr("resolution.standalone.training.train", lambda *_, **__: dull)

    with pytest.raises(LabelsError, match="labels tell nothing apart") as refused:
        dedupe("train", table, "--fields", fields, "--labels", labels, "--model", written)

    assert "look for wrong answers" in str(refused.value)
    assert not written.exists()


def test_a_bias_above_the_threshold_is_sound_where_evidence_speaks_against(
    model: TableModel,
) -> None:
    table = table_of(model.fields, people(FEWEST_RECORDS))

    unlike = replace(model, bias=1.0, weights=(Weight("town", -4.0),))

    check_tells_apart(table, unlike, gained=0.0)
    with pytest.raises(LabelsError, match="take 1,000 for one"):
        check_tells_apart(table, replace(unlike, bias=5.0), gained=0.0)


def test_of_two_tables_pairs_across_are_tried(model: TableModel) -> None:
    left, right = people(FEWEST_RECORDS), people(2 * FEWEST_RECORDS)[FEWEST_RECORDS:]
    far = [{**one, "town": "Delft"} for one in right]

    near = replace(model, bias=-1.0)
    check_tells_apart(table_of(model.fields, left, far), near, gained=0.0)
    with pytest.raises(LabelsError, match="tell nothing apart"):
        check_tells_apart(table_of(model.fields, left, right), near, gained=0.0)


def written_many_ways(tmp_path: Path, persons: list[int]) -> list[object]:
    """Write a table in which each row is of the person with that number, and train on its truth."""
    draw = random.Random(5)
    names = ["Orla Vanebrook", "Piet Halsema", "Eva Holtmann", "Ines Moreira", "Tariq Aziz Lund"]
    towns = ["Cork", "Delft", "Ulm", "Porto", "Malmo"]
    rows, truth = ["id,name,town,born"], ["id,cluster_id"]
    for row, person in enumerate(persons):
        name, born = names[person % 5], 1900 + 7 * person
        if person >= len(names):
            name = f"{chr(65 + person % 26)}{name[1:]} {chr(97 + person % 25)}{person}"
        place = draw.randrange(1, len(name) - 1)
        spelt = draw.choice([name, name[:place] + name[place + 1 :], name.upper()])
        town = draw.choice([towns[person % 5], ""])
        rows.append(f"r{row},{spelt},{town},{draw.choice([born, born, ''])}")
        truth.append(f"r{row},{person}")
    (tmp_path / "table.csv").write_text("\n".join(rows) + "\n")
    (tmp_path / "truth.csv").write_text("\n".join(truth) + "\n")
    fields = [{"field": name, "type": "String", "has_missing": True} for name in ("name", "town")]
    fields.append({"field": "born", "type": "Exact", "has_missing": True})
    (tmp_path / "fields.json").write_text(json.dumps({"id": "id", "fields": fields}))
    return [
        "train", tmp_path / "table.csv", "--fields", tmp_path / "fields.json",
        "--truth", tmp_path / "truth.csv", "--budget", 60, "--model", tmp_path / "model.json",
    ]  # fmt: skip


def test_a_table_that_is_mostly_one_is_learned_and_put_together(tmp_path: Path) -> None:
    """Of pairs drawn blindly most are one, and its model was refused for saying so."""
    clusters = tmp_path / "clusters.csv"
    dedupe(*written_many_ways(tmp_path, [0] * 36 + [1, 1, 2, 3]))

    ran = dedupe(
        "run", tmp_path / "table.csv", "--model", tmp_path / "model.json",
        "--output", clusters, "--json",
    )  # fmt: skip
    told = dedupe("evaluate", clusters, tmp_path / "truth.csv", "--json")

    assert json.loads(told.stdout)["pairs"]["f1"] > 0.95
    [warning] = json.loads(ran.stdout)["warnings"]
    assert "Unless most of the table is one" in warning


def test_of_a_table_that_is_one_is_told_that_it_needs_no_model(tmp_path: Path) -> None:
    with pytest.raises(LabelsError) as refused:
        dedupe(*written_many_ways(tmp_path, [0] * 30))

    assert str(refused.value).startswith("All 60 pairs that were labelled are one")
    assert "if the whole table is one, it needs no model" in str(refused.value)


def test_of_a_table_of_which_no_two_records_are_one_is_told_that_it_needs_no_model(
    tmp_path: Path,
) -> None:
    with pytest.raises(LabelsError) as refused:
        dedupe(*written_many_ways(tmp_path, list(range(30))))

    assert str(refused.value).startswith("All 60 pairs that were labelled are two")
    assert "if no two records are, they need no model" in str(refused.value)


def test_what_takes_most_for_one_is_believed_where_labels_fit_and_those_of_two_are_told_apart(
    model: TableModel,
) -> None:
    table = table_of(model.fields, people(FEWEST_RECORDS))
    dull = replace(model, bias=5.0)

    def tested(apart: int, gained: float) -> None:
        told = {"different": 10, "different_told_apart": apart}
        check_tells_apart(table, replace(dull, trained_on=told), gained)

    tested(6, gained=0.0)
    for apart, gained in [(5, 9.0), (10, -1.0)]:
        with pytest.raises(LabelsError, match="tell nothing apart"):
            tested(apart, gained)


def exchanged(labels: Path, into: Path) -> Path:
    """Write labels with 0 and 1 exchanged."""
    rows = list(csv.reader(labels.read_text().splitlines()))
    other = {"0": "1", "1": "0", "match": "match"}
    into.write_text("".join(f"{one},{two},{other[match]}\n" for one, two, match in rows))
    return into


def test_labels_with_0_and_1_exchanged_make_no_model(tmp_path: Path) -> None:
    """Most of those that say two were told apart, by what is missing, and a model was written."""
    labels, model = exchanged(MEMBERS / "labels.csv", tmp_path / "labels.csv"), tmp_path / "m.json"

    with pytest.raises(LabelsError, match="opposite of the table") as refused:
        dedupe(
            "train", MEMBERS / "members.csv", "--fields", MEMBERS / "fields.json",
            "--labels", labels, "--model", model,
        )  # fmt: skip

    assert "look whether 0 and 1 are exchanged" in str(refused.value)
    assert not model.exists()


def test_labels_of_a_table_that_is_mostly_one_are_no_model_when_exchanged(tmp_path: Path) -> None:
    kept, persons = tmp_path / "kept.csv", [0] * 36 + [1, 1, 2, 3]
    train = written_many_ways(tmp_path, persons)
    dedupe(*train, "--answers", kept)
    turned = exchanged(kept, tmp_path / "turned.csv")

    with pytest.raises(LabelsError, match="opposite of the table"):
        dedupe(*train[:4], "--labels", turned, "--model", tmp_path / "new.json")


def test_a_run_that_puts_most_of_a_table_together_says_so(
    model: TableModel, model_file: Path, tmp_path: Path
) -> None:
    table = tmp_path / "people.csv"
    rows = "".join(f"r{one},Vane,T{one}\n" for one in range(30))
    table.write_text(f"id,name,town\n{rows}")
    write_model(replace(model, bias=-1.0), model_file)

    joined = dedupe(
        "run", table, "--model", model_file, "--output", tmp_path / "clusters.csv", "--json"
    )
    apart = dedupe(
        "run", table, "--model", model_file, "--output", tmp_path / "clusters.csv", "--json",
        "--threshold", 0.99,
    )  # fmt: skip

    [told] = json.loads(joined.stdout)["warnings"]
    assert told.startswith("One cluster holds 30 of 30 records")
    assert told in joined.stderr
    assert json.loads(apart.stdout)["warnings"] == []


def test_half_a_table_and_small_tables_are_no_reason_to_doubt() -> None:
    assert swallowed(FEWEST_RECORDS, FEWEST_RECORDS // 2, 0.5) is None
    assert swallowed(FEWEST_RECORDS - 1, FEWEST_RECORDS - 1, 0.5) is None
    assert swallowed(FEWEST_RECORDS, FEWEST_RECORDS // 2 + 1, 0.5)
