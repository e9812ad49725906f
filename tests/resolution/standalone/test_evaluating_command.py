"""`dramatis dedupe evaluate` as a person or a program meets it: figures, and the page."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from dedupe_command import dedupe

from actors.errors import LabelsError, SourceError
from resolution.evaluation.report import About, build_report
from resolution.standalone.evaluation import evaluated
from resolution.standalone.page_pairs import Files, page_pairs
from resolution.tables.model import read_model, write_model


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


def test_a_truth_of_the_whole_table_serves_for_a_part_of_it(
    table: Path, model_file: Path, tmp_path: Path
) -> None:
    clusters, truth = tmp_path / "clusters.csv", tmp_path / "truth.csv"
    truth.write_text("id,cluster_id\nr1,x\nr2,x\ngone,x\nother,y\n")
    dedupe("run", table, "--model", model_file, "--output", clusters)

    figures = json.loads(dedupe("evaluate", clusters, truth, "--json").stdout)

    assert (figures["not_in_truth"], figures["not_in_clusters"]) == (2, 2)
    assert figures["pairs"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}


def test_swapped_files_are_told_and_two_runs_may_be_compared(
    table: Path, model_file: Path, tmp_path: Path
) -> None:
    clusters, truth = tmp_path / "clusters.csv", tmp_path / "truth.csv"
    truth.write_text("id,cluster_id\nr1,x\nr2,x\nr3,y\nr4,z\n")
    dedupe("run", table, "--model", model_file, "--output", clusters)

    with pytest.raises(LabelsError, match="give the clusters first, then the truth"):
        dedupe("evaluate", truth, clusters)

    assert dedupe("evaluate", clusters, clusters).exit_code == 0
    assert dedupe("evaluate", truth, truth).exit_code == 0


@pytest.mark.parametrize("header", ["id,cluster_id", "left_id,right_id"])
def test_a_truth_without_rows_is_refused_with_what_it_should_have(
    table: Path, model_file: Path, tmp_path: Path, header: str
) -> None:
    """Every figure came out empty, and the command ended as if all was well."""
    clusters, truth = tmp_path / "clusters.csv", tmp_path / "truth.csv"
    truth.write_text(header + "\n")
    dedupe("run", table, "--model", model_file, "--output", clusters)

    with pytest.raises(SourceError, match="no rows under its header; give each record a row"):
        dedupe("evaluate", clusters, truth)


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


def test_the_page_explains_mistakes_where_tables_and_model_are_given(
    table: Path, model_file: Path, tmp_path: Path
) -> None:
    clusters, pairs = tmp_path / "clusters.csv", tmp_path / "pairs.csv"
    truth, page = tmp_path / "truth.csv", tmp_path / "page.html"
    truth.write_text("id,cluster_id\nr1,x\nr2,y\nr3,x\nr4,x\n")
    dedupe("run", table, "--model", model_file, "--output", clusters, "--pairs", pairs)
    arguments = ("evaluate", clusters, truth, "--pairs", pairs, "--report", page)

    dedupe(*arguments, "--threshold", 0.5)
    bare = page.read_text("utf-8")
    dedupe(*arguments, "--table", table, "--model", model_file)
    explained = page.read_text("utf-8")

    assert "Nothing more is known of this pair." in bare
    assert "Nothing more is known of this pair." not in explained
    assert "<td>Cork</td><td>Delft</td>" in explained
    assert "name, compared as Exact" in explained
    assert "They share no blocking key, so no rule brings them together." in explained
    shared = "Rules bring them together because they share name as a whole (Vane)."
    assert shared in explained


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


def test_a_page_counts_all_pairs_and_names_as_many_as_a_reader_may_look_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clusters, truth, pairs = (
        tmp_path / name for name in ("clusters.csv", "truth.csv", "pairs.csv")
    )
    clusters.write_text("id,cluster_id\n" + "".join(f"r{n},{n // 4}\n" for n in range(40)))
    truth.write_text("id,cluster_id\n" + "".join(f"r{n},{n // 3}\n" for n in range(39)))
    pairs.write_text(
        "left_id,right_id,score\n"
        + "".join(f"r{n},r{n + 1},{n / 40}\nr{n + 1},r{n},{n / 50}\n" for n in range(39))
    )
    reports = []
    for most in (1_000, 2):
        monkeypatch.setattr("resolution.standalone.page_pairs.MOST_NAMED", most)
        found = page_pairs(Files(clusters, truth, pairs))
        about = About("page", datetime(2026, 11, 22, tzinfo=UTC))
        reports.append(build_report(found.named, 0.5, about, others=found.others))

    everything, few = reports

    assert (len(few.pairs), everything.total) == (6, len(everything.pairs))
    assert (few.total, few.counts, few.points) == (
        everything.total,
        everything.counts,
        everything.points,
    )
    assert few.false_merges == everything.false_merges[:2]
    assert few.misses == everything.misses[:2]
    judged = evaluated(clusters, truth)
    assert everything.counts.same_merged == judged.common_pairs
    assert everything.counts.different_merged == judged.found_pairs - judged.common_pairs
    assert everything.counts.same_apart == judged.true_pairs - judged.common_pairs
    [by_last_score] = [one for one in everything.pairs if one.key == {"r4", "r5"}]
    assert by_last_score.score == pytest.approx(4 / 50)
