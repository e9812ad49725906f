"""`dramatis dedupe train` as a person or a program meets it, with labels or a truth."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from dedupe_command import DEMO, dedupe

import dramatis
from actors.errors import LabelsError, OutputError
from resolution.tables.model import read_model


def test_the_demonstrations_table_is_learned_from_its_labels_alike_each_time(
    tmp_path: Path,
) -> None:
    models = [tmp_path / "first.json", tmp_path / "second.json"]
    for model in models:
        dedupe(
            "train", DEMO / "members.csv", "--fields", DEMO / "fields.json",
            "--labels", DEMO / "labels.csv", "--model", model,
        )  # fmt: skip
    clusters = tmp_path / "clusters.csv"

    dedupe("run", DEMO / "members.csv", "--model", models[0], "--output", clusters)
    result = dedupe("evaluate", clusters, DEMO / "truth.csv", "--json")

    assert models[0].read_bytes() == models[1].read_bytes()
    assert json.loads(result.stdout)["pairs"]["f1"] > 0.9


def test_a_truth_answers_at_most_the_budget_of_questions(tmp_path: Path) -> None:
    model = tmp_path / "model.json"

    dedupe(
        "train", DEMO / "members.csv", "--fields", DEMO / "fields.json",
        "--truth", DEMO / "truth.csv", "--budget", 20, "--seed", 3, "--model", model,
    )  # fmt: skip

    trained_on = read_model(model).trained_on
    assert trained_on["labels"] == 20
    assert trained_on["seed"] == 3


@pytest.mark.parametrize("budget", [20, 55, 70])
def test_answers_of_a_truth_are_kept_where_asked_and_as_labels_make_the_same_model(
    tmp_path: Path, budget: int
) -> None:
    """What was asked and fitted before the last answer decided on the model, too."""
    model, answers = tmp_path / "model.json", tmp_path / "answers.csv"
    asked = ("train", DEMO / "members.csv", "--fields", DEMO / "fields.json")

    dedupe(
        *asked, "--truth", DEMO / "truth.csv", "--budget", budget, "--answers", answers,
        "--model", model,
    )  # fmt: skip
    again = tmp_path / "again.json"
    dedupe(*asked, "--labels", answers, "--model", again)

    assert read_model(model).trained_on["labels"] == budget
    assert again.read_bytes() == model.read_bytes()


def test_labels_that_contradict_through_others_are_told_and_learned_from(
    tmp_path: Path,
) -> None:
    more = tmp_path / "more.csv"
    more.write_text("left_id,right_id,match\nm02,m03,0\n")

    result = dedupe(
        "train", DEMO / "members.csv", "--fields", DEMO / "fields.json",
        "--labels", DEMO / "labels.csv", "--labels", more, "--model", tmp_path / "model.json",
    )  # fmt: skip

    assert result.exit_code == 0
    told = " ".join(result.stderr.split())
    assert "cannot all be right: m02 = m01 and m01 = m03, but m02 ≠ m03" in told


@pytest.mark.parametrize("taken", ["members.csv", "fields.json", "labels.csv", "truth.csv"])
def test_a_model_takes_the_place_of_nothing_it_is_learned_from(taken: str, tmp_path: Path) -> None:
    for name in ("members.csv", "fields.json", "labels.csv", "truth.csv"):
        (tmp_path / name).write_bytes((DEMO / name).read_bytes())
    before = (tmp_path / taken).read_bytes()
    answers = (
        ("--truth", tmp_path / "truth.csv", "--budget", 20)
        if taken == "truth.csv"
        else ("--labels", tmp_path / "labels.csv")
    )

    with pytest.raises(OutputError, match="name another"):
        dedupe(
            "train", tmp_path / "members.csv", "--fields", tmp_path / "fields.json",
            *answers, "--model", tmp_path / taken,
        )  # fmt: skip

    assert (tmp_path / taken).read_bytes() == before


def test_nobody_is_asked_where_nobody_sits(tmp_path: Path) -> None:
    result = CliRunner().invoke(dramatis.cli, ["label", str(tmp_path / "judged.csv")])

    assert result.exit_code == 2
    assert "Nobody is at the terminal" in result.output


def test_pairs_that_nobody_was_sure_of_teach_nothing_and_are_counted(tmp_path: Path) -> None:
    unsure = tmp_path / "unsure.csv"
    unsure.write_text("left_id,right_id,match\nm20,m30,\nm21,m31,\n")

    result = dedupe(
        "train", DEMO / "members.csv", "--fields", DEMO / "fields.json",
        "--labels", DEMO / "labels.csv", "--labels", unsure, "--model", tmp_path / "model.json",
    )  # fmt: skip

    assert "2 pairs that nobody was sure of are left out." in result.stderr
    assert read_model(tmp_path / "model.json").trained_on["labels"] == 28


def test_labels_of_one_kind_are_refused_before_pairs_are_compared(tmp_path: Path) -> None:
    labels = tmp_path / "labels.csv"
    labels.write_text("left_id,right_id,match\nm01,m02,1\nm01,m03,1\n")

    result = CliRunner().invoke(
        dramatis.cli,
        [
            "dedupe", "train", str(DEMO / "members.csv"), "--fields", str(DEMO / "fields.json"),
            "--labels", str(labels), "--model", str(tmp_path / "model.json"),
        ],
    )  # fmt: skip

    assert isinstance(result.exception, LabelsError)
    told = str(result.exception)
    assert told.startswith("All 2 pairs that were labelled are one, so that nothing says")
    assert told.endswith("add --ask to be asked, or label pairs that are two")
    assert "comparison of pairs" not in result.stderr
