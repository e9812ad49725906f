"""Reports read again and compared: which pairs changed, and by whose doing."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.errors import LabelsError
from resolution.evaluation.report import (
    About,
    ScoredPair,
    build_report,
    html_page,
    read_report,
    write_report,
)
from resolution.evaluation.report.changes import EarlierReport

ABOUT = About("Judgements", datetime(2026, 11, 22, 4, 30, tzinfo=UTC), (("model", "m@1"),))
RIGHT = ScoredPair("a:1", "b:1", True, 0.9, left_name="Ri", right_name="Lee")
MISSED = ScoredPair("a:2", "b:2", True, 0.2)
MERGED = ScoredPair("a:3", "b:3", False, 0.8)
texts = st.text(max_size=12)


def earlier(*pairs: ScoredPair, threshold: float = 0.5) -> EarlierReport:
    return EarlierReport("Before", "2026-11-15T10:00:00", threshold, pairs)


def test_a_pair_is_mended_or_broken_and_other_changes_are_told_apart() -> None:
    then = earlier(replace(RIGHT, score=0.1), replace(MISSED, score=0.9), MERGED)
    judged_otherwise = replace(MERGED, left="b:3", right="a:3", is_same=True)
    new = ScoredPair("a:9", "b:9", False, 0.0)

    changes = build_report([RIGHT, MISSED, judged_otherwise, new], 0.5, ABOUT, then).changes

    assert changes is not None
    assert [(one.earlier.score, one.now.score) for one in changes.mended] == [(0.1, 0.9)]
    assert [(one.earlier.score, one.now.score) for one in changes.broken] == [(0.9, 0.2)]
    assert [one.now.left for one in changes.judged_otherwise] == ["b:3"]
    assert (changes.added, changes.removed) == (1, 0)
    assert (changes.then.same_apart, changes.now.same_apart) == (1, 1)


def test_another_threshold_alone_breaks_a_pair() -> None:
    changes = build_report([RIGHT], 0.95, ABOUT, earlier(RIGHT)).changes

    assert changes is not None
    assert [one.now.key for one in changes.broken] == [RIGHT.key]


def test_a_pair_counts_once_in_a_report_whichever_side_is_left() -> None:
    report = build_report([RIGHT, replace(RIGHT, left="b:1", right="a:1")], 0.5, ABOUT)

    assert len(report.pairs) == 1


@given(
    st.lists(
        st.builds(
            ScoredPair,
            left=texts,
            right=texts,
            is_same=st.booleans(),
            score=st.floats(0, 1),
            is_merged=st.none() | st.booleans(),
            left_name=texts,
            right_name=texts | st.just("</script><script>alert(1)</script><!--"),
        ),
        max_size=5,
    ),
    st.sampled_from([".html", ".json"]),
)
def test_a_report_reads_again_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[ScoredPair], ending: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"report{ending}"
    report = build_report(pairs, 0.5, ABOUT)

    write_report(report, path)
    read = read_report(path)

    assert (read.title, read.threshold) == ("Judgements", 0.5)
    assert read.pairs == tuple(
        replace(pair, is_merged=pair.merged_at(0.5), explanation=None) for pair in report.pairs
    )
    again = build_report(pairs, 0.5, ABOUT, read)
    assert again.changes is not None
    assert (again.changes.mended, again.changes.broken) == ((), ())


def test_nothing_of_a_record_becomes_markup() -> None:
    """A list's name may hold anything; the page shows it."""
    hostile = "<img src=x onerror=alert(1)>&amp;"

    page = html_page(build_report([replace(MISSED, left=hostile, left_name=hostile)], 0.5, ABOUT))

    assert "<img" not in page
    assert page.count("<script") == 2
    assert "&lt;img src=x onerror=alert(1)&gt;&amp;amp;" in page


@pytest.mark.parametrize(
    "content", ["", "<html></html>", "{}", '{"format": "another/1"}', "[1, 2]"]
)
def test_what_is_no_report_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "earlier.html"
    path.write_text(content, "utf-8")

    with pytest.raises(LabelsError, match=r"earlier.html: holds no report of ours"):
        read_report(path)


@pytest.mark.parametrize(
    ("name", "said"), [("report.pdf", "end its name in .html or .json"), ("no/r.html", "no folder")]
)
def test_a_place_that_takes_no_report_is_told(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(LabelsError, match=said):
        write_report(build_report([], 0.5, ABOUT), tmp_path / name)


def test_a_report_of_nothing_is_written_all_the_same(tmp_path: Path) -> None:
    write_report(build_report([], 0.5, ABOUT), tmp_path / "empty.html")

    assert "No judged pair" in (tmp_path / "empty.html").read_text("utf-8")
