"""Model files: the same model is the same bytes; what does not fit is refused with its place."""

import json
import re
from pathlib import Path

import pytest

from actors.errors import ModelError
from resolution.comparison import AGAINST, FEATURES
from resolution.model import read_model, shipped_model, write_model
from resolution.model.document import as_json


def test_a_model_reads_back_as_it_was_written(tmp_path: Path) -> None:
    write_model(shipped_model(), tmp_path / "model.json")

    again = read_model(tmp_path / "model.json")

    assert again == shipped_model()
    assert as_json(again) == (tmp_path / "model.json").read_text("utf-8")


def test_every_feature_of_the_shipped_model_says_what_it_means() -> None:
    features = shipped_model().features

    assert {one.name for one in features} == set(FEATURES)
    assert all(one.weight <= 0 if one.name in AGAINST else one.weight >= 0 for one in features)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"format": "dramatis-model/9"}, "format"),
        ({"bias": "much"}, "bias"),
        ({"extra": 1}, "extra"),
        ({"features": [{"name": "shoe_size", "weight": 1, "isLearned": True}]}, "shoe_size"),
        ({"blocking": []}, "blocking"),
        ({"thresholds": {"merge": 1.5, "look": 0.1}}, "merge"),
        ({"features": [{"name": "name_exact", "weight": 1, "isLearned": True}] * 2}, "two weights"),
        ({"comparison": 1}, "version 1"),
    ],
)
def test_a_file_that_is_no_model_is_refused_with_the_place(
    tmp_path: Path, change: dict[str, object], said: str
) -> None:
    file = tmp_path / "model.json"
    file.write_text(json.dumps(json.loads(as_json(shipped_model())) | change), "utf-8")

    with pytest.raises(ModelError, match=said):
        read_model(file)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e400", "9" * 400, "9" * 5000])
@pytest.mark.parametrize("field", ["bias", "comparison", "mostRecords"])
def test_a_number_that_nothing_can_be_counted_with_is_told(
    tmp_path: Path, field: str, number: str
) -> None:
    file = tmp_path / "model.json"
    written = re.sub(rf'"{field}": [-0-9.e]+', f'"{field}": {number}', as_json(shipped_model()))
    file.write_text(written, "utf-8")

    with pytest.raises(ModelError, match=r"model\.json: .+ is no number that can be counted with"):
        read_model(file)


@pytest.mark.parametrize("text", ["[" * 200_000, '{"a":' * 200_000, "[]", "7", '"\\ud800"'])
def test_what_is_nested_without_end_or_no_object_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "model.json").write_text(text, "utf-8")

    with pytest.raises(ModelError, match=r"model\.json"):
        read_model(tmp_path / "model.json")


def test_what_is_not_json_or_not_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.json").write_text("{\n'a'}", "utf-8")

    with pytest.raises(ModelError, match="line 2"):
        read_model(tmp_path / "model.json")
    with pytest.raises(ModelError, match="cannot be read"):
        read_model(tmp_path / "absent.json")
    with pytest.raises(ModelError, match="sanctions"):
        shipped_model("none")
