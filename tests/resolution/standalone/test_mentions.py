import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from actors.errors import DramatisError
from actors.progress import Silent
from resolution.model import Model, shipped_model, write_model
from resolution.standalone.mention_tables import read_mentions
from resolution.standalone.mentions import run_mentions, score_mentions
from resolution.standalone.models import named
from resolution.standalone.running import Outputs


def mention(record: str, name: str, **more: Any) -> dict[str, Any]:
    return {"record_id": record, "names": [{"value": name}], "kind": "PERSON", **more}


VANE = {"birth_dates": ["1968-04-12"], "countries": ["ie"]}
ROWS = [
    mention("1", "Orla Vane", source="list-a", **VANE),
    mention("2", "VANE, Orla", source="list-b", **VANE),
    mention("3", "Piet Hals", source="list-b", birth_dates=["1959"]),
]


def jsonl(folder: Path, rows: Sequence[object], name: str = "mentions.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def clusters(tables: Sequence[Path], folder: Path) -> dict[str, str]:
    outputs = Outputs(folder / "clusters.csv", folder / "pairs.csv", folder)
    run_mentions(tables, shipped_model(), outputs, Silent())
    rows = outputs.clusters.read_text().splitlines()[1:]
    return {row.split(",")[0]: row.split(",")[1] for row in rows}


def test_one_actor_of_two_lists_is_one_cluster_called_by_its_first_record(tmp_path: Path) -> None:
    found = clusters([jsonl(tmp_path, ROWS)], tmp_path)

    assert found == {
        "list-a:1": "list-a:1",
        "list-b:2": "list-a:1",
        "list-b:3": "list-b:3",
    }


def test_records_of_one_list_stay_apart_where_they_are_not_beyond_doubt(tmp_path: Path) -> None:
    alike = [
        mention(number, "Orla Vane", source="list-a", birth_dates=["1968"], countries=["ie"])
        for number in ("1", "2")
    ]
    unnamed = [{key: value for key, value in row.items() if key != "source"} for row in alike]

    of_one_list = clusters([jsonl(tmp_path, alike)], tmp_path)
    of_no_list = clusters([jsonl(tmp_path, unnamed)], tmp_path)

    assert of_one_list == {"list-a:1": "list-a:1", "list-a:2": "list-a:2"}
    assert of_no_list == {"1": "1", "2": "1"}


def test_of_two_tables_only_pairs_across_are_compared(tmp_path: Path) -> None:
    left = jsonl(tmp_path, ROWS[:2], "left.jsonl")
    right = jsonl(tmp_path, [mention("9", "Orla Vane", source="list-c", **VANE)], "right.jsonl")

    clusters([left, right], tmp_path)

    pairs = (tmp_path / "pairs.csv").read_text().splitlines()[1:]
    assert [pair.split(",")[:2] for pair in pairs] == [
        ["list-a:1", "list-c:9"],
        ["list-b:2", "list-c:9"],
    ]


def test_pairs_of_mentions_are_scored_as_a_run_scores_them(tmp_path: Path) -> None:
    table = jsonl(tmp_path, ROWS)
    clusters([table], tmp_path)

    score_mentions(
        [table], tmp_path / "pairs.csv", shipped_model(), tmp_path / "scores.csv", Silent()
    )

    assert (tmp_path / "scores.csv").read_text() == (tmp_path / "pairs.csv").read_text()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"record_id": "1"}', ["line 2", "names"]),
        ("{", ["line 2", "not JSON"]),
        ('{"record_id": "1", "source": "list-a", "names": [{"value": "X"}]}', ["list-a:1"]),
        ('{"record_id": "4", "names": [{"value": "…"}]}', ["line 2", "letter or a digit"]),
        ('{"record_id": "4", "names": [{"value": "X"}], "birth_dates": ["1968-13"]}', ["line 2"]),
    ],
)  # fmt: skip
def test_a_line_that_is_no_mention_is_told(line: str, words: list[str], tmp_path: Path) -> None:
    path = tmp_path / "mentions.jsonl"
    path.write_text(json.dumps(ROWS[0]) + "\n" + line + "\n", "utf-8")

    with pytest.raises(DramatisError) as told:
        read_mentions([path])

    for word in words:
        assert word in str(told.value)


def test_another_format_or_an_empty_table_is_told(tmp_path: Path) -> None:
    sheet = tmp_path / "people.csv"
    sheet.write_text("id\n1\n")

    with pytest.raises(DramatisError, match="JSON Lines"):
        read_mentions([sheet])
    with pytest.raises(DramatisError, match="no records"):
        read_mentions([jsonl(tmp_path, [])])


def test_a_model_is_named_or_its_kind_is_told_by_its_file(tmp_path: Path, model_file: Path) -> None:
    write_model(shipped_model(), tmp_path / "own.json")

    assert named("sanctions") == shipped_model()
    assert named(str(tmp_path / "own.json")) == shipped_model()
    assert not isinstance(named(str(model_file)), Model)
    with pytest.raises(DramatisError, match="no such file"):
        named("santcions")
