import pytest

from resolution.standalone.reporting import further_labels


@pytest.mark.parametrize(
    ("now", "then", "words"),
    [
        (0.9, 0.95, ["200 labels", "about 0.900", "200 more: 0.950"]),
        (0.95, 0.951, ["about 0.950", "hardly help"]),
        (0.95, 0.94, ["hardly help"]),
    ],
)
def test_what_further_labels_would_bring_is_told(now: float, then: float, words: list[str]) -> None:
    told = further_labels(
        {
            "labels": 200,
            "same": 90,
            "expected_f1": now,
            "expected_f1_with_twice_the_labels": then,
        }
    )

    for word in words:
        assert word in told


def test_nothing_is_promised_where_nothing_is_expected() -> None:
    assert further_labels({"labels": 200}) == ""


def test_a_few_matches_promise_nothing() -> None:
    """Thirty labels once promised an F1 of 1.000 where 0.667 came to pass."""
    told = further_labels(
        {"labels": 30, "same": 12, "expected_f1": 1.0, "expected_f1_with_twice_the_labels": 1.0}
    )

    assert "give or take 0.17" in told
    assert told.endswith("label more.")
