"""`dramatis dedupe` as a person or a program meets it; the process is this one, to be quick."""

import json
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

import dramatis
from actors.errors import NotFound, OutputError
from resolution.tables.model import read_model, write_model

DEMO = Path(__file__).parents[3] / "demo" / "members"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, in which a run keeps what it goes on from."""
    monkeypatch.setenv("DRAMATIS_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def dedupe(*arguments: object) -> Result:
    """Call `dramatis dedupe` and return what it printed, or raise what it raised."""
    words = ["dedupe", *map(str, arguments)]
    return CliRunner().invoke(dramatis.cli, words, catch_exceptions=False)


def test_a_run_writes_a_cluster_for_each_record_and_the_compared_pairs(
    table: Path, model_file: Path, tmp_path: Path
) -> None:
    clusters, pairs = tmp_path / "clusters.csv", tmp_path / "pairs.csv"

    result = dedupe(
        "run", table, "--model", model_file, "--output", clusters, "--pairs", pairs, "--json"
    )

    assert result.exit_code == 0
    rows = [line.split(",") for line in clusters.read_text().splitlines()]
    assert rows[0] == ["id", "cluster_id", "confidence"]
    assert [row[:2] for row in rows[1:]] == [
        ["r1", "r1"],
        ["r2", "r1"],
        ["r3", "r3"],
        ["r4", "r4"],
    ]
    scored = [line.split(",")[:2] for line in pairs.read_text().splitlines()[1:]]
    assert scored == [["r1", "r2"], ["r1", "r3"], ["r2", "r3"]]
    report = json.loads(result.stdout)
    assert (report["records"], report["pairs"], report["clusters"]) == (4, 3, 3)


def test_a_threshold_takes_the_place_of_the_models(
    table: Path, model_file: Path, tmp_path: Path
) -> None:
    clusters = tmp_path / "clusters.csv"

    dedupe("run", table, "--model", model_file, "--output", clusters, "--threshold", "0.99")

    assert "r2,r2," in clusters.read_text()


def test_of_two_tables_only_pairs_across_are_compared(
    table: Path, model_file: Path, tmp_path: Path
) -> None:
    other, pairs = tmp_path / "other.jsonl", tmp_path / "pairs.parquet"
    other.write_text('{"id": "s1", "name": "Vane", "town": "Cork"}\n')

    dedupe(
        "run", table, other, "--model", model_file, "--pairs", pairs,
        "--output", tmp_path / "clusters.csv",
    )  # fmt: skip

    found = pq.read_table(pairs)
    assert found.column("right_id").to_pylist() == ["s1", "s1", "s1"]
    assert found.column("left_id").to_pylist() == ["r1", "r2", "r3"]


def test_pairs_are_scored_in_their_order_whatever_blocking_says(
    table: Path, model_file: Path, tmp_path: Path
) -> None:
    pairs, scores = tmp_path / "pairs.csv", tmp_path / "scores.jsonl"
    pairs.write_text("left_id,right_id\nr4,r3\nr2,r1\n")

    dedupe("score", table, pairs, "--model", model_file, "--output", scores)

    rows = [json.loads(line) for line in scores.read_text().splitlines()]
    assert [(row["left_id"], row["right_id"]) for row in rows] == [("r4", "r3"), ("r2", "r1")]
    assert rows[0]["score"] == pytest.approx(0.7310586)
    assert rows[1]["score"] == pytest.approx(0.9525741)


def test_the_score_of_a_pair_is_the_same_from_run_and_from_score(
    table: Path, model_file: Path, tmp_path: Path
) -> None:
    pairs, scores = tmp_path / "pairs.csv", tmp_path / "scores.csv"
    dedupe("run", table, "--model", model_file, "--output", tmp_path / "c.csv", "--pairs", pairs)

    dedupe("score", table, pairs, "--model", model_file, "--output", scores)

    assert scores.read_text() == pairs.read_text()


def test_clusters_are_evaluated_and_reported(table: Path, model_file: Path, tmp_path: Path) -> None:
    clusters, pairs = tmp_path / "clusters.csv", tmp_path / "pairs.csv"
    truth, page = tmp_path / "truth.csv", tmp_path / "page.html"
    truth.write_text("left_id,right_id\nr1,r2\nr2,r3\n")
    dedupe("run", table, "--model", model_file, "--output", clusters, "--pairs", pairs)

    result = dedupe(
        "evaluate", clusters, truth, "--json",
        "--report", page, "--pairs", pairs, "--threshold", 0.5,
    )  # fmt: skip

    figures = json.loads(result.stdout)
    assert figures["pairs"] == {"precision": 1.0, "recall": pytest.approx(1 / 3), "f1": 0.5}
    assert (figures["true_pairs"], figures["found_pairs"], figures["common_pairs"]) == (3, 1, 1)
    assert "<html" in page.read_text("utf-8")
    assert "of 3 judged the same" in page.read_text("utf-8")


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


@pytest.mark.parametrize("model", ["sanctions", "own"])
def test_no_result_takes_the_place_of_a_table_or_of_another(
    model: str, table: Path, model_file: Path, tmp_path: Path
) -> None:
    before = table.read_bytes()
    named = model_file if model == "own" else model
    clusters = tmp_path / "clusters.csv"

    for outputs in (("--output", table), ("--output", clusters, "--pairs", clusters)):
        with pytest.raises(OutputError, match="name another"):
            dedupe("run", table, "--model", named, *outputs)
    with pytest.raises(OutputError, match="name another"):
        dedupe("score", table, model_file, "--model", named, "--output", table)

    assert table.read_bytes() == before


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


def test_no_result_takes_the_place_of_its_model(
    table: Path, model_file: Path, tmp_path: Path
) -> None:
    model, pairs = tmp_path / "model.csv", tmp_path / "pairs.csv"
    model.write_bytes(model_file.read_bytes())
    pairs.write_text("left_id,right_id\nr1,r2\n")

    with pytest.raises(OutputError, match="name another"):
        dedupe("run", table, "--model", model, "--output", model)
    with pytest.raises(OutputError, match="name another"):
        dedupe("score", table, pairs, "--model", model, "--output", model)

    assert model.read_bytes() == model_file.read_bytes()


def test_nobody_is_asked_where_nobody_sits(tmp_path: Path) -> None:
    result = CliRunner().invoke(dramatis.cli, ["label", str(tmp_path / "judged.csv")])

    assert result.exit_code == 2
    assert "Nobody is at the terminal" in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ("run", "T", "T", "T", "--model", "sanctions", "--output", "c.csv"),
        ("score", "T", "--model", "sanctions", "--output", "c.csv"),
        ("run", "T", "--model", "sanctions", "--output", "c.csv", "--threshold", "2"),
        ("train", "T", "--fields", "T", "--model", "m.json"),
        ("train", "T", "--fields", "T", "--model", "m.json", "--truth", "T"),
        ("train", "T", "--fields", "T", "--model", "m.json", "--truth", "T", "--budget", "5",
         "--labels", "T"),
        ("run", "T", "--model", "sanctions", "--output", "c.csv", "--threshold", "nan"),
        ("evaluate", "T", "T", "--report", "page.html"),
        ("evaluate", "T", "T", "--report", "page.html", "--pairs", "T"),
        ("evaluate", "T", "T", "--report", "page.html", "--pairs", "T", "--threshold", "nan"),
        ("evaluate", "T", "T", "--against", "T"),
        ("evaluate", "T", "T", "--table", "T", "--model", "sanctions"),
        ("evaluate", "T", "T", "--report", "page.html", "--pairs", "T", "--threshold", "0.5",
         "--table", "T"),
        ("explain", "T", "r1", "--model", "sanctions"),
        ("explain", "T", "T", "T", "r1", "r2", "--model", "sanctions"),
        ("explain", "no-such.csv", "r1", "r2", "--model", "sanctions"),
    ],
)  # fmt: skip
def test_a_call_that_cannot_be_meant_is_a_mistake_of_usage(
    arguments: tuple[str, ...], table: Path
) -> None:
    result = CliRunner().invoke(
        dramatis.cli, ["dedupe", *(str(table) if one == "T" else one for one in arguments)]
    )

    assert result.exit_code == 2, result.output


def test_a_truth_of_the_whole_table_serves_for_a_part_of_it(
    table: Path, model_file: Path, tmp_path: Path
) -> None:
    clusters, truth = tmp_path / "clusters.csv", tmp_path / "truth.csv"
    truth.write_text("id,cluster_id\nr1,x\nr2,x\ngone,x\nother,y\n")
    dedupe("run", table, "--model", model_file, "--output", clusters)

    figures = json.loads(dedupe("evaluate", clusters, truth, "--json").stdout)

    assert (figures["not_in_truth"], figures["not_in_clusters"]) == (2, 2)
    assert figures["pairs"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}


def test_pairs_that_nobody_was_sure_of_teach_nothing_and_are_counted(tmp_path: Path) -> None:
    unsure = tmp_path / "unsure.csv"
    unsure.write_text("left_id,right_id,match\nm20,m30,\nm21,m31,\n")

    result = dedupe(
        "train", DEMO / "members.csv", "--fields", DEMO / "fields.json",
        "--labels", DEMO / "labels.csv", "--labels", unsure, "--model", tmp_path / "model.json",
    )  # fmt: skip

    assert "2 pairs that nobody was sure of are left out." in result.stderr
    assert read_model(tmp_path / "model.json").trained_on["labels"] == 28


def test_nothing_found_is_a_result_in_every_format(model_file: Path, tmp_path: Path) -> None:
    """What a run without a pair wrote as JSON Lines could not be evaluated."""
    table, truth = tmp_path / "people.csv", tmp_path / "truth.csv"
    table.write_text("id,name,town\nr1,Vane,Cork\nr2,Hals,Delft\n")
    truth.write_text("id,cluster_id\nr1,x\nr2,x\n")
    clusters, pairs = tmp_path / "clusters.jsonl", tmp_path / "pairs.jsonl"
    dedupe("run", table, "--model", model_file, "--output", clusters, "--pairs", pairs)

    result = dedupe(
        "evaluate", clusters, truth, "--json",
        "--report", tmp_path / "page.html", "--pairs", pairs, "--threshold", 0.5,
    )  # fmt: skip

    assert pairs.read_text() == ""
    assert json.loads(result.stdout)["pairs"]["recall"] == 0.0


def test_a_pair_is_explained_in_words_and_in_figures_that_add_up(
    table: Path, model_file: Path
) -> None:
    told = dedupe("explain", table, "r1", "r3", "--model", model_file).stdout
    answer = json.loads(
        dedupe("explain", table, "r1", "r3", "--model", model_file, "--json").stdout
    )

    explanation = answer["explanation"]
    weights = [one["weight"] for one in explanation["features"]]
    assert (answer["left"], answer["right"], answer["threshold"]) == ("r1", "r3", 0.5)
    assert sum(weights) == pytest.approx(explanation["log_odds"], abs=1e-9)
    assert explanation["rules"] == ["wholeFieldPredicate of name"]
    assert "below the threshold of 0.50" in " ".join(told.split())
    assert "name (Vane / Vane; +2.0)" in " ".join(told.split())
    assert "town: settles nothing" in told


def test_a_pair_of_two_tables_is_explained_as_their_files_write_it(
    table: Path, model_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text('{"id": "s1", "name": "Hals", "town": "Cork"}\n')

    across = dedupe("explain", table, other, "r4", "s1", "--model", model_file).stdout
    within = dedupe("explain", table, other, "r3", "r4", "--model", model_file).stdout

    assert "because they share" in across
    [town] = [line.split() for line in across.splitlines() if line.startswith("town")]
    assert town[:5] == ["town:", "settles", "nothing", "Delft", "Cork"]
    assert "only pairs across are compared" in " ".join(within.split())


@pytest.mark.parametrize(
    ("ids", "complaint"),
    [(("r1", "r9"), "'r9' is the id of no record of"), (("r1", "r1"), "nothing to compare")],
)
def test_ids_that_cannot_be_explained_are_told(
    ids: tuple[str, str], complaint: str, table: Path, model_file: Path
) -> None:
    with pytest.raises(NotFound, match=complaint):
        dedupe("explain", table, *ids, "--model", model_file)


def test_the_sanctions_model_explains_mentions(tmp_path: Path) -> None:
    mentions = tmp_path / "mentions.jsonl"
    mentions.write_text(
        '{"record_id": "1", "source": "list", "names": [{"value": "Ri Chang Ho"}]}\n'
        '{"record_id": "9", "source": "other", "names": [{"value": "RI, Chang-ho"}]}\n'
    )

    answer = json.loads(
        dedupe("explain", mentions, "list:1", "other:9", "--model", "sanctions", "--json").stdout
    )

    explanation = answer["explanation"]
    weights = [one["weight"] for one in explanation["features"]]
    assert sum(weights) == pytest.approx(explanation["log_odds"], abs=1e-9)
    assert explanation["rules"]


def test_the_page_explains_mistakes_where_tables_and_model_are_given(
    table: Path, model_file: Path, tmp_path: Path
) -> None:
    clusters, pairs = tmp_path / "clusters.csv", tmp_path / "pairs.csv"
    truth, page = tmp_path / "truth.csv", tmp_path / "page.html"
    truth.write_text("id,cluster_id\nr1,x\nr2,y\nr3,x\nr4,x\n")
    dedupe("run", table, "--model", model_file, "--output", clusters, "--pairs", pairs)
    arguments = ("evaluate", clusters, truth, "--pairs", pairs, "--threshold", 0.5)

    dedupe(*arguments, "--report", page)
    bare = page.read_text("utf-8")
    dedupe(*arguments, "--report", page, "--table", table, "--model", model_file)
    explained = page.read_text("utf-8")

    assert "Nothing more is known of this pair." in bare
    assert "Nothing more is known of this pair." not in explained
    assert "<td>Cork</td><td>Delft</td>" in explained
    assert "name, compared as Exact" in explained
    assert "They share no blocking key, so no rule brings them together." in explained


def test_a_copy_of_a_row_is_explained_with_the_score_of_the_row_that_stands_for_it(
    table: Path, model_file: Path, tmp_path: Path
) -> None:
    """PAIRS has a copy with the row that stands for it alone; its mistakes were shown with 0."""
    model = tmp_path / "budgeted.json"
    write_model(replace(read_model(model_file), pairs_per_record=20.0), model)
    table.write_text("id,name,town\nr1,Vane,Cork\nr2,Vane,Cork\nr3,Vane,Cork\n")
    clusters, pairs = tmp_path / "clusters.csv", tmp_path / "pairs.csv"
    truth, page = tmp_path / "truth.csv", tmp_path / "page.json"
    truth.write_text("id,cluster_id\nr1,x\nr2,y\nr3,z\n")
    dedupe("run", table, "--model", model, "--output", clusters, "--pairs", pairs)

    dedupe(
        "evaluate", clusters, truth, "--pairs", pairs, "--threshold", 0.5,
        "--report", page, "--table", table, "--model", model,
    )  # fmt: skip

    scores = {tuple(row[:2]): row[3] for row in json.loads(page.read_text())["pairs"]}
    assert "r2,r3" not in pairs.read_text()
    assert scores["r2", "r3"] == pytest.approx(scores["r1", "r2"])


def test_a_report_is_held_against_an_earlier_one(
    table: Path, model_file: Path, tmp_path: Path
) -> None:
    clusters, pairs, truth = (tmp_path / name for name in ("c.csv", "p.csv", "t.csv"))
    first, second = tmp_path / "first.html", tmp_path / "second.html"
    truth.write_text("id,cluster_id\nr1,x\nr2,x\nr3,y\nr4,z\n")
    run = ("run", table, "--model", model_file, "--output", clusters, "--pairs", pairs)
    evaluate = ("evaluate", clusters, truth, "--pairs", pairs, "--threshold")
    dedupe(*run, "--threshold", 0.99)
    dedupe(*evaluate, 0.99, "--report", first)

    dedupe(*run)
    dedupe(*evaluate, 0.5, "--report", second, "--against", first)

    assert "Wrong then, right now" in second.read_text("utf-8")


def test_a_record_goes_with_at_most_one_of_the_other_table(
    table: Path, model_file: Path, tmp_path: Path
) -> None:
    other, clusters = tmp_path / "other.csv", tmp_path / "clusters.csv"
    other.write_text("id,name,town\ns1,Vane,Cork\ns2,Hals,Delft\n")

    dedupe("run", table, other, "--model", model_file, "--output", clusters)

    assert [line.rpartition(",")[0] for line in clusters.read_text().splitlines()[1:]] == [
        "r1,r1", "r2,r2", "r3,r3", "r4,r4", "s1,r1", "s2,r4",
    ]  # fmt: skip
