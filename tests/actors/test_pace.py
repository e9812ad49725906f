import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors import watching
from actors.pace import time_left
from actors.watching import Watcher


@pytest.mark.parametrize(
    ("done", "seconds", "told"),
    [
        (999, 10.0, "about 0 s"),
        (500, 59.0, "about 59 s"),
        (500, 62.0, "about 1 min"),
        (500, 599.0, "about 10 min"),
        (100, 600.0, "about 1 h 30 min"),
    ],
)
def test_what_is_left_is_told_no_finer_than_it_is_known(
    done: int, seconds: float, told: str
) -> None:
    assert time_left(done, 1000, seconds) == told


@given(st.integers(-5, 0), st.floats(0, 1e6))
def test_nothing_is_told_before_anything_is_done(done: int, seconds: float) -> None:
    assert time_left(done, 100, seconds) is None


def test_without_a_terminal_a_stage_that_lasts_says_how_far_it_is(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    instants = iter([100.0, 110.0, 130.0, 131.0])
    watcher = Watcher()
    monkeypatch.setattr(watching.time, "monotonic", lambda: next(instants))

    watcher.stage("comparison", 1000)
    for _ in range(3):
        watcher.advance(100)

    said = capfd.readouterr().err.splitlines()
    assert said == ["comparison: 1,000", "comparison: 200 of 1,000, about 2 min left"]
