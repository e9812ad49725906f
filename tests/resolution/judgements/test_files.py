"""Judgements as CSV: what is read, and what is refused with its line."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.errors import LabelsError, OutputError
from actors.records import Verdict
from resolution.judgements import JudgementRow, Side, read_rows
from resolution.judgements.files import ANONYMOUS, COLUMNS, as_csv, write_csv

HEAD = "left_source,left_record,right_source,right_record,verdict,actor,reason,created_at\n"
words = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff"), min_size=1
).filter(lambda text: text == text.strip())


def read(folder: Path, content: str) -> list[JudgementRow]:
    path = folder / "judgements.csv"
    path.write_text(content, "utf-8")
    return read_rows(path)


def test_a_row_is_read_with_who_judged_and_why(tmp_path: Path) -> None:
    [row] = read(tmp_path, HEAD + 'a,1,b,2,Same,ann,"one ""Kim""",2026-01-05T11:00:00+01:00\n')

    assert (row.left, row.right) == (Side("a", "1"), Side("b", "2"))
    assert (row.verdict, row.actor, row.reason) == (Verdict.SAME, "ann", 'one "Kim"')
    assert row.created_at == "2026-01-05T10:00:00Z"
    assert row.place.endswith("judgements.csv, line 2")


def test_what_a_file_need_not_say_is_left_open(tmp_path: Path) -> None:
    [row] = read(
        tmp_path, "verdict,left_source,left_record,right_source,right_record\nunsure,a,1,b,2\n"
    )

    assert (row.actor, row.reason, row.created_at) == (ANONYMOUS, None, None)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("left_source,verdict\n", "line 1: the columns left_record, right_source, right_record"),
        (HEAD + "a,1,b,2,perhaps\n", "line 2: 'perhaps' is no verdict"),
        (HEAD + "a,1,b,2,same\na,,b,2,same\n", "line 3: left_record is empty"),
        (HEAD + "a,1,b,2\n", "line 2: verdict is empty"),
        (HEAD + "a,1,a,1,same\n", "line 2: a:1 stands on both sides"),
        (HEAD + "a,1,b,2,same,ann,,last week\n", "line 2: 'last week' is no instant"),
        ("", "line 1: the columns"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line(tmp_path: Path, content: str, said: str) -> None:
    with pytest.raises(LabelsError, match=said):
        read(tmp_path, content)


@given(st.lists(st.fixed_dictionaries(dict.fromkeys(COLUMNS, words)), max_size=4))
def test_whatever_is_written_reads_as_it_was(rows: list[dict[str, str]]) -> None:
    assert list(csv.DictReader(as_csv(rows).splitlines(keepends=True))) == rows


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"judgements\.csv: cannot be written"):
        write_csv("", tmp_path / "nowhere" / "judgements.csv")
