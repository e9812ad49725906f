import pytest

from resolution.deduping.reporting import further_labels


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
        {"labels": 200, "expected_f1": now, "expected_f1_with_twice_the_labels": then}
    )

    for word in words:
        assert word in told


def test_nothing_is_promised_where_nothing_is_expected() -> None:
    assert further_labels({"labels": 200}) == ""
