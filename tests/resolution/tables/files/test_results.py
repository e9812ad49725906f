from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from actors.errors import OutputError, SourceError
from resolution.tables.files import (
    read_clusters,
    read_pairs,
    read_scores,
    write_clusters,
    write_scores,
)
from resolution.tables.files.formats import read_sheet
from resolution.tables.files.sheets import exactly

IDS = ["r1", 'r,"2"', "Ärger\n3"]
ENDINGS = ["csv", "parquet", "jsonl"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_clusters_are_called_by_the_id_of_their_first_record(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"it's.{ending}"

    write_clusters(path, IDS, np.array([7, 3, 7], np.int32), np.array([0.9, 0.5, 0.25]))

    sheet = read_sheet(path, exactly("id", "cluster_id", "confidence"))
    rows = [[sheet.cells[name].of_row(row) for name in sheet.cells] for row in range(3)]
    assert rows == [["r1", "r1", "0.9"], [IDS[1], IDS[1], "0.5"], [IDS[2], "r1", "0.25"]]
    ids, clusters = read_clusters(path)
    assert ids == IDS
    assert clusters[0] == clusters[2] != clusters[1]


@pytest.mark.parametrize("ending", ENDINGS)
def test_scores_are_written_to_the_last_bit(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"scores.{ending}"
    scores = np.append(np.random.default_rng(0).random(1000), [5e-324, 1 / 3, 1.0, 0.0])
    left, right = np.arange(len(scores)) % 3, (np.arange(len(scores)) + 1) % 3

    write_scores(path, IDS, left, right, scores)

    sheet = read_sheet(path, exactly("left_id", "right_id", "score"))
    written = [float(str(sheet.cells["score"].of_row(row))) for row in range(sheet.rows)]
    assert written == scores.tolist()
    assert sheet.cells["left_id"].of_row(2) == IDS[2]


def test_results_without_rows_are_files_with_a_header(tmp_path: Path) -> None:
    nothing = np.empty(0, np.int64)

    write_scores(tmp_path / "none.csv", IDS, nothing, nothing, np.empty(0))
    write_scores(tmp_path / "none.parquet", IDS, nothing, nothing, np.empty(0))

    assert (tmp_path / "none.csv").read_text() == "left_id,right_id,score\n"
    assert pq.read_table(tmp_path / "none.parquet").column_names == ["left_id", "right_id", "score"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_results_without_rows_are_read_again(ending: str, tmp_path: Path) -> None:
    """An empty file of JSON Lines, which names no columns, was refused."""
    pairs, clusters = tmp_path / f"pairs.{ending}", tmp_path / f"clusters.{ending}"
    nothing = np.empty(0, np.int64)
    write_scores(pairs, IDS, nothing, nothing, np.empty(0))
    write_clusters(clusters, [], nothing, np.empty(0))

    assert [len(side) for side in read_scores(pairs, IDS)] == [0, 0, 0]
    assert [len(side) for side in read_pairs(pairs, IDS)] == [0, 0]
    assert [len(side) for side in read_clusters(clusters)] == [0, 0]


@pytest.mark.parametrize("name", ["clusters.xlsx", "nowhere/clusters.csv"])
def test_a_place_that_no_result_can_have_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        write_clusters(tmp_path / name, IDS, np.zeros(3, np.int32), np.ones(3))


@pytest.mark.parametrize(
    ("text", "words"),
    [("id,cluster_id\na,\n", ["line 2"]), ("id,cluster_id\na,x\na,x\n", ["line 3", "already"])],
)
def test_wrong_clusters_are_told_with_their_line(
    text: str, words: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "clusters.csv"
    path.write_text(text)

    with pytest.raises(SourceError) as told:
        read_clusters(path)

    for word in words:
        assert word in str(told.value)
