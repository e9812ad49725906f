"""`dramatis dedupe explain` as a person or a program meets it: words, and figures that add up."""

import json
from pathlib import Path
from typing import Any

import pytest
from dedupe_command import dedupe

from actors.errors import NotFound


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
    assert "below the threshold of 0.5. " in " ".join(told.split())
    assert "A run with a threshold of 0.5 keeps" in " ".join(told.split())
    assert "name (Vane / Vane; +2.0)" in " ".join(told.split())
    assert "town: settles nothing" in told


def test_what_a_run_makes_of_a_pair_is_told_for_the_threshold_one_asks_about(
    table: Path, model_file: Path
) -> None:
    def outcome(*options: object) -> dict[str, Any]:
        told = dedupe("explain", table, "r1", "r3", "--model", model_file, "--json", *options)
        found: dict[str, Any] = json.loads(told.stdout)["outcome"]
        return found

    own, lower = outcome(), outcome("--threshold", "0.2")

    assert (own["compared"], own["are_one"], own["threshold"]) == ("BY_RULES", False, 0.5)
    assert own["left_cluster"] == ["r1", "r2"]
    assert (lower["are_one"], lower["threshold"]) == (True, 0.2)
    assert lower["left_cluster"] == ["r1", "r2", "r3"]
    told = dedupe("explain", table, "r1", "r3", "--model", model_file).stdout
    assert "keeps r1 and r3 apart. r1 is with r2. Their own probability of 27 % does not" in (
        " ".join(told.split())
    )


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
    assert "rules bring together only pairs across the two" in " ".join(within.split())


@pytest.mark.parametrize(
    ("ids", "complaint"),
    [
        (("r1", "r9"), "'r9' is the id of no record of .*people.csv: check the id; if it is of a"),
        (("r1", "r1"), "nothing to compare"),
    ],
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


def test_the_sanctions_model_tells_what_its_rules_hold_apart(tmp_path: Path) -> None:
    mentions = tmp_path / "mentions.jsonl"
    mentions.write_text(
        '{"record_id": "1", "source": "list", "names": [{"value": "Ri Chang Ho"}]}\n'
        '{"record_id": "2", "source": "list", "names": [{"value": "Ri Chang Ho"}]}\n'
        '{"record_id": "7", "names": [{"value": "Kim Yong Chol"}]}\n'
        '{"record_id": "8", "names": [{"value": "Kim Yong Chol"}]}\n'
    )

    def outcome(left: str, right: str) -> dict[str, Any]:
        told = dedupe("explain", mentions, left, right, "--model", "sanctions", "--json")
        found: dict[str, Any] = json.loads(told.stdout)["outcome"]
        return found

    of_one_list, of_none = outcome("list:1", "list:2"), outcome("7", "8")

    assert not of_one_list["are_one"]
    assert "Both are records of one list, list." in of_one_list["text"]
    assert of_none["are_one"]
    assert of_none["left_cluster"] == ["7", "8"]
