from pathlib import Path

import pytest
from readings import record

from actors.errors import LabelsError
from resolution.evaluation import read_judgements
from resolution.judgements import read_rows
from resolution.labelling.verdicts import VerdictFile

MENTIONS = [
    record("7", "Orla Vane", source="list-a"),
    record("8", "VANE, Orla", source="list-b"),
    record("9", "Piet Hals", source="list-b"),
]


def test_verdicts_read_back_as_they_were_given(tmp_path: Path) -> None:
    path = tmp_path / "judged.csv"

    VerdictFile(path, MENTIONS).save([((0, 1), True), ((0, 2), False), ((1, 2), None)])

    assert VerdictFile(path, MENTIONS).read() == {(0, 1): True, (0, 2): False, (1, 2): None}
    assert [str(one.verdict) for one in read_judgements(path)] == ["SAME", "DIFFERENT", "UNSURE"]


def test_rows_of_others_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "judged.csv"
    path.write_text(
        "left_source,left_record,right_source,right_record,verdict,actor,reason,created_at\n"
        "list-b,8,list-a,7,different,ann,two fathers,2026-01-05T10:00:00Z\n"
        "list-z,1,list-a,7,same,bob,,2026-01-06T10:00:00Z\n"
    )
    file = VerdictFile(path, MENTIONS)

    file.save([*file.read().items(), ((0, 2), True)])

    rows = {(str(row.left), str(row.right)): row for row in read_rows(path)}
    kept = rows["list-b:8", "list-a:7"]
    assert (kept.actor, kept.reason, kept.created_at) == (
        "ann",
        "two fathers",
        "2026-01-05T10:00:00Z",
    )
    assert rows["list-z:1", "list-a:7"].actor == "bob"
    assert ("list-a:7", "list-b:9") in rows
    assert '"VANE, Orla",Orla Vane' in path.read_text()


def test_a_verdict_that_was_changed_is_of_whoever_changed_it(tmp_path: Path) -> None:
    path = tmp_path / "judged.csv"
    path.write_text(
        "left_source,left_record,right_source,right_record,verdict,actor\n"
        "list-a,7,list-b,8,different,ann\n"
    )

    VerdictFile(path, MENTIONS).save([((0, 1), True)])

    [row] = read_rows(path)
    assert row.verdict == "SAME"
    assert row.actor != "ann"


def test_a_file_that_is_none_of_ours_is_told(tmp_path: Path) -> None:
    path = tmp_path / "judged.csv"
    path.write_text("id,name\n")

    with pytest.raises(LabelsError, match=r"judged\.csv, line 1"):
        VerdictFile(path, MENTIONS)
