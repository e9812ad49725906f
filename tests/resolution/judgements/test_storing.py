"""Judgements into a real graph and out of it: whole or not at all, and honoured by the next run."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from people import BANK, RI, SAME_RI
from readings import article, entity_of, judge, retract, run, stored

from actors.errors import LabelsError
from actors.graph import Graph
from resolution.judgements import Imported, export_judgements, import_judgements, read_rows

HEAD = "left_source,left_record,right_source,right_record,verdict,actor,reason,created_at\n"


def imported(graph: Graph, folder: Path, rows: str) -> Imported:
    path = folder / "judgements.csv"
    path.write_text(HEAD + rows, "utf-8")
    return import_judgements(graph, read_rows(path))


def exported(graph: Graph, folder: Path) -> str:
    path = folder / "exported.csv"
    export_judgements(graph, path)
    return path.read_text("utf-8")


def judgements(graph: Graph) -> int:
    [row] = graph.read("MATCH (judgement:Judgement) RETURN count(judgement) AS count")
    return int(row["count"])


def test_what_is_imported_splits_and_merges_and_is_exported_the_same(
    resolved: Graph, tmp_path: Path
) -> None:
    assert entity_of(resolved, RI.id) == entity_of(resolved, SAME_RI.id)

    done = imported(
        resolved,
        tmp_path,
        "list,1,other,9,different,ann,two men,2026-01-05T10:00:00Z\n"
        "list,1,third,3,same,ben,,2026-01-06T10:00:00Z\n",
    )
    run(resolved)

    assert done == Imported(rows=2, stored=2, known=0, taken_back=0)
    assert entity_of(resolved, RI.id) != entity_of(resolved, SAME_RI.id)
    assert entity_of(resolved, RI.id) == entity_of(resolved, BANK.id)
    assert exported(resolved, tmp_path).splitlines()[1:] == [
        'list,1,other,9,different,ann,two men,2026-01-05T10:00:00Z,Ri Chang Ho,"RI, Chang-ho"',
        "list,1,third,3,same,ben,,2026-01-06T10:00:00Z,Ri Chang Ho,Silver Delta Bank",
    ]


def test_importing_again_changes_nothing(resolved: Graph, tmp_path: Path) -> None:
    rows = "list,1,other,9,different,,,\nother,9,list,1,different,,,\n"
    first = imported(resolved, tmp_path, rows)
    before = exported(resolved, tmp_path)

    again = imported(resolved, tmp_path, rows)
    of_export = import_judgements(resolved, read_rows(tmp_path / "exported.csv"))

    assert first == Imported(rows=2, stored=1, known=1, taken_back=0)
    assert (again.stored, again.known) == (0, 2)
    assert (of_export.stored, of_export.known) == (0, 1)
    assert exported(resolved, tmp_path) == before


def test_an_export_rebuilds_the_judgements_of_another_graph(
    resolved: Graph, tmp_path: Path
) -> None:
    rows = (
        "list,1,other,9,different,ann,,2026-01-05T10:00:00Z\n"
        "list,1,third,3,unsure,ann,no idea,2026-01-05T10:00:01.250Z\n"
    )
    imported(resolved, tmp_path, rows)
    before = exported(resolved, tmp_path)
    resolved.write("MATCH (judgement:Judgement) DETACH DELETE judgement")

    import_judgements(resolved, read_rows(tmp_path / "exported.csv"))

    assert exported(resolved, tmp_path) == before


def test_a_contradiction_is_refused_with_what_stands_against_it(
    resolved: Graph, tmp_path: Path
) -> None:
    judge(resolved, RI, BANK, "SAME")

    rows = "list,1,other,9,same,ann,,\nother,9,third,3,different,ben,,\n"
    with pytest.raises(ExceptionGroup) as refused:
        imported(resolved, tmp_path, rows)

    [message] = map(str, refused.value.exceptions)
    assert "cannot all hold" in message
    assert "judgements.csv, line 3: other:9 and third:3 different" in message
    assert "judgements.csv, line 2: list:1 and other:9 same" in message
    assert "J-1 of reviewer, 2025-01-01T00:00:00Z: list:1 and third:3 same" in message
    assert "take a stored one back by `dramatis judgements retract J-…`" in message
    assert judgements(resolved) == 1


def test_a_row_against_one_that_was_taken_back_is_stored(resolved: Graph, tmp_path: Path) -> None:
    judge(resolved, RI, BANK, "SAME")
    retract(resolved)

    done = imported(resolved, tmp_path, "list,1,third,3,different,ann,,\n")

    assert done.stored == 1


def test_what_was_taken_back_here_is_not_brought_back_by_the_file(
    resolved: Graph, tmp_path: Path
) -> None:
    rows = "list,1,third,3,same,ann,,2026-01-05T10:00:00Z\n"
    imported(resolved, tmp_path, rows)
    resolved.write("MATCH (judgement:Judgement) SET judgement.retractedAt = '2026-02-01T00:00:00Z'")

    done = imported(resolved, tmp_path, rows)

    assert done == Imported(rows=1, stored=0, known=0, taken_back=1)
    assert exported(resolved, tmp_path).count("\n") == 1


def test_records_that_are_missing_are_all_named_and_nothing_is_stored(
    resolved: Graph, tmp_path: Path
) -> None:
    rows = "list,1,other,9,different,,,\nlist,77,other,9,same,,,\nnowhere,1,list,1,same,,,\n"
    with pytest.raises(ExceptionGroup) as refused:
        imported(resolved, tmp_path, rows)

    told = [str(error).partition("judgements.csv, ")[2] for error in refused.value.exceptions]
    assert [one.partition(" is not in the graph")[0] for one in told] == [
        "line 3: list:77",
        "line 4: nowhere:1",
    ]
    assert all(isinstance(error, LabelsError) for error in refused.value.exceptions)
    assert judgements(resolved) == 0


def test_a_mention_in_a_text_is_named_by_its_id(resolved: Graph, tmp_path: Path) -> None:
    stored(resolved, article("Washington listed Ri Chang Ho on Monday."))
    run(resolved)
    [row] = resolved.read(
        "MATCH (m:Mention {kind: 'TEXT', quote: 'Ri Chang Ho'}) RETURN m.id AS id"
    )
    mention = row["id"]
    assert entity_of(resolved, mention) == entity_of(resolved, RI.id)

    imported(
        resolved,
        tmp_path,
        f"paper,{mention},list,1,different,ann,,\npaper,{mention},other,9,different,ann,,\n",
    )
    run(resolved)

    assert entity_of(resolved, mention) != entity_of(resolved, RI.id)
    assert f"\npaper,{mention},list,1,different,ann" in exported(resolved, tmp_path)


def test_one_mention_under_two_names_judges_nothing(resolved: Graph, tmp_path: Path) -> None:
    with pytest.raises(ExceptionGroup) as refused:
        imported(resolved, tmp_path, f"list,1,list,{RI.id},same,,,\n")

    assert "one and the same mention" in str(refused.value.exceptions[0])


def test_two_imports_at_once_cannot_contradict_each_other(resolved: Graph, tmp_path: Path) -> None:
    """Each alone is fine; whichever comes second must see what the first stored."""
    files = []
    for verdict in ("same", "different"):
        path = tmp_path / f"{verdict}.csv"
        path.write_text(f"{HEAD}list,1,third,3,{verdict},{verdict},,\n", "utf-8")
        files.append(path)
    start = Barrier(len(files))

    def import_file(path: Path) -> str:
        rows = read_rows(path)
        start.wait()
        try:
            return f"{import_judgements(resolved, rows).stored} stored"
        except ExceptionGroup as refused:
            return "cannot all hold" if "cannot all hold" in str(refused.exceptions[0]) else "?"

    with ThreadPoolExecutor(len(files)) as pool:
        outcomes = sorted(pool.map(import_file, files))

    assert outcomes == ["1 stored", "cannot all hold"]
    assert judgements(resolved) == 1
