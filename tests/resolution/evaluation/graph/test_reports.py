"""Judged pairs held against a real graph: figures, what is missing, and the report of all files."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from readings import edition, judge, record, run, stored

from actors.errors import LabelsError
from actors.graph import Graph
from resolution.evaluation.graph import (
    Evidence,
    evaluated,
    evaluation_tables,
    read_evidence,
    reported,
)
from resolution.evaluation.report import read_report, write_report
from resolution.explanation import explain
from resolution.model import model_version, shipped_model

MODEL = shipped_model()
RI = record("1", "Ri Chang Ho", born="1967-05-12", countries=["kp"])
TWIN = record("2", "Ri Chang Ho", born="1967", countries=["kp"])
SAME_RI = record("9", "RI, Chang-ho", born="1967-05-12", countries=["kp"], source="other")
BANK = record("3", "Silver Delta Bank", source="third")
HEAD = "left_source,left_record,right_source,right_record,verdict\n"
WHEN = datetime(2026, 11, 22, 4, 30, tzinfo=UTC)
JUDGED = (
    "list,1,other,9,different\n"
    "list,2,list,1,same\n"
    "list,1,third,3,different\n"
    "other,9,third,3,unsure\n"
    "list,1,list,404,same\n"
    "nowhere,5,list,404,same\n"
    "nowhere,5,list,1,different\n"
)


@pytest.fixture
def evidence(graph: Graph, tmp_path: Path) -> Evidence:
    """A graph of four records, and judgements of which two went wrong and three miss a record."""
    stored(graph, edition(RI, TWIN), edition(SAME_RI), edition(BANK))
    run(graph)
    path = tmp_path / "judged.csv"
    path.write_text(HEAD + JUDGED, "utf-8")
    return read_evidence(graph, [path])


def test_figures_come_with_the_records_that_are_missing_and_the_contradictions(
    evidence: Evidence,
) -> None:
    [one] = evaluated(evidence)

    assert [len(one.evaluation.false_merges), len(one.evaluation.misses)] == [1, 1]
    assert one.evaluation.not_ingested == 3
    assert [missing.sentence for missing in one.missing] == [
        "1 judged record of list not in the graph (404): 2 judged pairs left out.",
        "No record of nowhere is in the graph: 2 judged pairs left out.",
    ]
    [told] = one.contradictions
    assert told == (
        "nowhere:5 and list:1 are judged different, and the same by others: nowhere:5 = list:404 "
        "= list:1. Not in the graph: nowhere:5, list:404."
    )
    assert told in [row[0] for table in evaluation_tables([one]) for row in table.rows]


def test_a_report_has_what_was_decided_beside_what_the_scores_say(evidence: Evidence) -> None:
    report = reported(evidence, MODEL, WHEN)

    assert [pair.key for pair in report.false_merges] == [frozenset({"list:1", "other:9"})]
    assert [pair.key for pair in report.misses] == [frozenset({"list:1", "list:2"})]
    # The rule on records of one list kept apart what the score would have merged.
    assert report.misses[0].score > MODEL.thresholds.merge
    assert (report.counts.same_apart, report.counts_by_score.same_apart) == (1, 0)
    assert dict(report.groups)["within one list"].same_apart == 1
    assert len(report.pairs) == 3
    assert report.about.title == "judged.csv"
    assert ("model", model_version(MODEL)) in report.about.facts
    assert any("No record of nowhere" in warning for warning in report.about.warnings)
    assert any("judged different, and the same" in warning for warning in report.about.warnings)


def test_a_mistake_is_explained_with_both_sides(evidence: Evidence) -> None:
    report = reported(evidence, MODEL, WHEN)

    [wrong] = report.false_merges
    expected = explain(RI, SAME_RI, MODEL)
    assert wrong.explanation is not None
    assert wrong.explanation.features == expected.features
    assert wrong.score == pytest.approx(expected.score, abs=1e-12)
    assert ("birthDate", "1967-05-12", "1967-05-12") in wrong.explanation.values
    assert ("identifiers", "list-uid 1", "other-uid 9") in wrong.explanation.values
    [missed] = report.misses
    assert missed.explanation is not None
    assert "records of one list, which gives an actor one record" in missed.explanation.text
    right = [pair for pair in report.pairs if pair.is_right_at(report.threshold)]
    assert [pair.explanation for pair in right] == [None]


def test_what_a_judgement_mended_is_told_against_the_earlier_report(
    evidence: Evidence, graph: Graph, tmp_path: Path
) -> None:
    before = tmp_path / "before.html"
    write_report(reported(evidence, MODEL, WHEN), before)
    judge(graph, RI, SAME_RI, "DIFFERENT")
    run(graph)

    again = read_evidence(graph, [tmp_path / "judged.csv"])
    after = reported(again, MODEL, WHEN, read_report(before))

    changes = after.changes
    assert changes is not None
    assert [one.now.key for one in changes.mended] == [frozenset({"list:1", "other:9"})]
    assert changes.broken == ()
    assert changes.mended[0].now.explanation is not None
    assert any("decided 1 of these pairs" in one for one in after.about.warnings)


def test_two_files_that_judge_a_pair_both_ways_contradict(
    evidence: Evidence, graph: Graph, tmp_path: Path
) -> None:
    del evidence
    (tmp_path / "more.csv").write_text(HEAD + "other,9,list,1,same\n", "utf-8")

    both = read_evidence(graph, [tmp_path / "judged.csv", tmp_path / "more.csv"])

    warnings = reported(both, MODEL, WHEN).about.warnings
    assert any(
        "list:1 and other:9 are judged different, and the same by others" in one for one in warnings
    )


def test_a_run_of_another_model_is_told(evidence: Evidence, graph: Graph, tmp_path: Path) -> None:
    del evidence
    graph.write("MATCH (run:Run) SET run.model = 'old@1'")

    again = read_evidence(graph, [tmp_path / "judged.csv"])

    assert "decided with the model old@1" in reported(again, MODEL, WHEN).about.warnings[0]


def test_nothing_resolved_is_told(graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "judged.csv"
    path.write_text(HEAD, "utf-8")

    with pytest.raises(LabelsError, match="type `dramatis resolve` first"):
        read_evidence(graph, [path])
