from pathlib import Path

import pytest

from actors.errors import DramatisError, LabelsError, SourceError
from resolution.labelling import Answer, Label
from resolution.tables.files import read_answers, read_labels, read_pairs, read_truth

IDS = ["a", "b", "c", "d"]


def csv_file(folder: Path, text: str, name: str = "pairs.csv") -> Path:
    path = folder / name
    path.write_text(text)
    return path


def test_labels_of_several_files_are_taken_together_each_pair_once(tmp_path: Path) -> None:
    first = csv_file(tmp_path, "left_id,right_id,match\na,b,1\nc,a,0\n", "one.csv")
    second = csv_file(tmp_path, "match,right_id,left_id\n1,a,b\n0,d,b\n", "two.csv")

    labels = read_labels([first, second], IDS)

    assert labels == [Label(0, 1, True), Label(2, 0, False), Label(1, 3, False)]


def test_a_column_with_a_gap_is_read_as_tools_without_missing_integers_write_it(
    tmp_path: Path,
) -> None:
    numbers = csv_file(tmp_path, "left_id,right_id,match\na,b,1.0\nc,a,\nc,d,0.0\n", "one.csv")
    booleans = csv_file(tmp_path, "left_id,right_id,match\na,b,True\nc,a,\nc,d,False\n", "two.csv")

    expected = [Label(0, 1, True), Label(2, 3, False)]
    assert read_labels([numbers], IDS) == read_labels([booleans], IDS) == expected


@pytest.mark.parametrize(("one", "two"), [("1,0", "0,0"), ("1,00", "0,00"), ("1.00", "0.00")])
def test_matches_are_read_as_a_sheet_shows_its_numbers(one: str, two: str, tmp_path: Path) -> None:
    path = csv_file(tmp_path, f"left_id;right_id;match\na;b;{one}\nc;a;\nc;d;{two}\n")

    assert read_labels([path], IDS) == [Label(0, 1, True), Label(2, 3, False)]


@pytest.mark.parametrize(("unknown", "is_told"), [("89.0", True), ("89,00", True), ("8.0", False)])
def test_an_id_with_decimals_is_refused_and_told_of_the_whole_one_that_there_is(
    unknown: str, is_told: bool, tmp_path: Path
) -> None:
    path = csv_file(tmp_path, f"left_id;right_id;match\n{unknown};b;1\n")

    with pytest.raises(SourceError, match=f"no record has the left_id '{unknown}'") as told:
        read_labels([path], ["89", "b"])

    assert ("the table has '89'" in str(told.value)) is is_told


def test_json_lines_may_write_matches_as_booleans(tmp_path: Path) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text('{"left_id": "a", "right_id": "b", "match": true}\n')

    assert read_labels([path], IDS) == [Label(0, 1, True)]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("a,b,1\nb,a,0\n", ["line 3", "'b' and 'a'", "line 2", "keep one"]),
        ("a,x,1\n", ["line 2", "right_id 'x'"]),
        ("a,b,1\ny,x,1\nz,x,1\n", ["line 3", "left_id 'y'", "2 ids are unknown"]),
        ("a,,1\n", ["line 2", "right_id is empty"]),
        ("a,a,1\n", ["line 2", "both ids are 'a'"]),
        (
            "a,b,yes\n",
            ["line 2", "match is 'yes'", "1 (one), 0 (two), or nothing (unsure)", "1,0", "True"],
        ),
    ],
)
def test_a_wrong_label_is_told_with_its_line(rows: str, words: list[str], tmp_path: Path) -> None:
    path = csv_file(tmp_path, "left_id,right_id,match\n" + rows)

    with pytest.raises(DramatisError) as told:
        read_labels([path], IDS)

    for word in ["pairs.csv", *words]:
        assert word in str(told.value)


def test_an_empty_match_says_unsure_and_labels_nothing(tmp_path: Path) -> None:
    unsure = csv_file(tmp_path, "left_id,right_id,match\na,b,\nc,d,\n", "one.csv")
    sure = csv_file(tmp_path, "left_id,right_id,match\nb,a,0\n", "two.csv")

    answers = read_answers([unsure, sure], IDS)

    assert answers == [Answer(0, 1, False), Answer(2, 3, None)]
    assert read_answers([sure, unsure], IDS) == [Answer(1, 0, False), Answer(2, 3, None)]
    assert read_labels([unsure, sure], IDS) == [Label(0, 1, False)]


def test_a_pair_labelled_both_ways_in_two_files_is_told_with_both(tmp_path: Path) -> None:
    first = csv_file(tmp_path, "left_id,right_id,match\na,b,1\n", "one.csv")
    second = csv_file(tmp_path, "left_id,right_id,match\nb,a,0\n", "two.csv")

    with pytest.raises(LabelsError, match=r"two\.csv, line 2.*one\.csv, line 2"):
        read_labels([first, second], IDS)


def test_pairs_to_score_keep_their_order_and_repeats(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "left_id,right_id\nd,a\nb,c\nd,a\n")

    left, right = read_pairs(path, IDS)

    assert left.tolist() == [3, 1, 3]
    assert right.tolist() == [0, 2, 0]


def test_a_truth_is_told_by_its_header(tmp_path: Path) -> None:
    clusters = csv_file(tmp_path, "id,cluster_id\nc,x\na,x\nb,y\n", "clusters.csv")
    links = csv_file(tmp_path, "left_id,right_id\nc,a\nd,a\n", "links.csv")

    of_clusters, of_links = (read_truth(path, IDS).clusters for path in (clusters, links))

    assert of_clusters[0] == of_clusters[2] != of_clusters[1]
    assert of_clusters[3] == -1
    assert of_links[0] == of_links[2] == of_links[3] != of_links[1]
    assert (of_links >= 0).all()


def test_what_a_truth_says_of_other_records_is_counted_and_links_through_them_hold(
    tmp_path: Path,
) -> None:
    """A truth of the whole table, held against a part of it, was refused."""
    clusters = csv_file(tmp_path, "id,cluster_id\nc,x\ny,x\na,x\nz,z\n", "clusters.csv")
    links = csv_file(tmp_path, "left_id,right_id\na,y\ny,z\nz,b\n", "links.csv")

    of_clusters, of_links = (read_truth(path, IDS) for path in (clusters, links))

    assert (of_clusters.unknown, of_links.unknown) == (2, 2)
    assert of_clusters.clusters.tolist() == [0, -1, 0, -1]
    assert of_links.clusters[0] == of_links.clusters[1]
    assert len(set(of_links.clusters.tolist())) == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("id,cluster\na,x\n", ["id,cluster_id or left_id,right_id", "it has id, cluster"]),
        ("id,cluster_id\ny,x\nz,x\n", ["none of its 2 ids", "'y'"]),
        ("id,cluster_id\na,x\na,y\n", ["line 3", "'a'", "already"]),
        ("id,cluster_id\na,\n", ["line 2", "cluster_id is empty"]),
        ("left_id,right_id\ny,z\n", ["none of its 2 ids"]),
        ("left_id,right_id,match\na,b,0\n", ["a column 'match'", "as labels", "left_id,right_id"]),
        ("left_id,right_id,score\na,b,0.1\n", ["a column 'score'", "scores have"]),
    ],
)
def test_a_wrong_truth_is_told_with_its_line(text: str, words: list[str], tmp_path: Path) -> None:
    with pytest.raises(SourceError) as told:
        read_truth(csv_file(tmp_path, text), IDS)

    for word in words:
        assert word in str(told.value)
