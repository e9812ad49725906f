"""`dramatis dedupe run` and `score` as a person or a program meets them, and what all refuse."""

import json
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from dedupe_command import dedupe

import dramatis
from actors.errors import OutputError
from resolution.tables.model import read_model, write_model


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


def test_the_report_tells_pairs_of_rules_from_those_of_equal_rows(
    table: Path, model_file: Path, tmp_path: Path
) -> None:
    """Progress and the report gave two figures for one thing."""
    model = replace(read_model(model_file), pairs_per_record=20.0)
    write_model(model, model_file)

    result = dedupe("run", table, "--model", model_file, "--output", tmp_path / "clusters.csv")

    told = " ".join(result.stdout.split())
    assert "comparison: 1\n" in result.stderr
    assert "pairs compared 2 of them brought by rules 1" in told


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


def test_a_record_goes_with_at_most_one_of_the_other_table(
    table: Path, model_file: Path, tmp_path: Path
) -> None:
    other, clusters = tmp_path / "other.csv", tmp_path / "clusters.csv"
    other.write_text("id,name,town\ns1,Vane,Cork\ns2,Hals,Delft\n")

    dedupe("run", table, other, "--model", model_file, "--output", clusters)

    assert [line.rpartition(",")[0] for line in clusters.read_text().splitlines()[1:]] == [
        "r1,r1", "r2,r2", "r3,r3", "r4,r4", "s1,r1", "s2,r4",
    ]  # fmt: skip
