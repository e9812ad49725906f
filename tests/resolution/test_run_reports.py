"""What a run tells of itself."""

from datetime import date

import pytest
from people import PAK, RI
from readings import (
    edition,
    run,
    stored,
)
from snapshots import snapshot

from actors.graph import Graph
from actors.progress import Silent
from resolution import pipeline
from resolution.model import shipped_model
from resolution.pipeline import resolve
from resolution.reporting import run_tables


def test_a_dry_run_says_what_would_change_and_stores_nothing(graph: Graph) -> None:
    stored(graph, edition(RI, PAK))
    before = snapshot(graph, without=())

    report = resolve(graph, shipped_model(), Silent(), dry_run=True)

    assert report.counts.created == 2
    assert snapshot(graph, without=()) == before


def test_a_run_says_how_many_designations_left_their_list(graph: Graph) -> None:
    stored(graph, edition(RI, PAK))
    assert run(graph).delisted == 0
    stored(graph, edition(RI, on=date(2025, 1, 31)))

    report = run(graph)

    assert (report.delisted, report.reached_mentions) == (1, 1)
    assert run(graph).delisted == 0
    [row] = graph.read(
        "MATCH (:Mention {recordId: '2'})-[:EVIDENCES]->(d) RETURN d.status AS status"
    )
    assert row["status"] == "DELISTED"


def test_a_run_says_why_it_compares_everything(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored(graph, edition(RI, PAK))
    reasons = [run(graph).full_because, run(graph).full_because, run(graph, full=True).full_because]
    monkeypatch.setattr(pipeline, "engine_fingerprint", lambda: "another")
    after = run(graph)

    assert reasons == ["no run ended well before", "", "it was asked for"]
    assert after.full_because == "the last run was of another version of Dramatis"
    [table] = run_tables(after)
    assert table.title == f"Everything is compared: {after.full_because}"
    assert ("of them taken as new or changed", 2) in table.rows
