import pytest
from mention_builders import record

from actors.progress import Silent
from resolution.labelling.session import ordered
from resolution.labelling.useful import useful_pairs
from resolution.model import shipped_model
from resolution.table import mention_table

MENTIONS = [
    record("Orla Vane", born="1968-04-12", source="list-a"),
    record("Orla Vane", born="1968-04-12", source="list-b"),
    record("Orla Vaine", source="list-c"),
    record("Piet Hals", born="1950-01-02", source="list-a"),
    record("Piet Halls", source="list-b"),
    record("Ana Ruiz", source="list-a"),
]
TABLE = mention_table(MENTIONS, {})


def test_a_pair_the_model_is_sure_of_comes_after_those_it_doubts() -> None:
    pairs = useful_pairs(TABLE, shipped_model(), (), Silent())

    assert pairs.index((0, 2)) < pairs.index((0, 1))
    assert all(5 not in pair for pair in pairs)
    assert len(pairs) == len({ordered(*pair) for pair in pairs})


@pytest.mark.parametrize("known", [(3, 4), (1, 2)])
def test_a_pair_that_is_judged_is_not_asked_again(known: tuple[int, int]) -> None:
    everything = useful_pairs(TABLE, shipped_model(), (), Silent())

    others = useful_pairs(TABLE, shipped_model(), {known}, Silent())

    assert set(everything) - set(others) == {known}


def test_a_mention_asked_about_twice_waits_for_the_others() -> None:
    namesakes = [
        record("Orla Vane", born=f"19{year}", source=f"list-{year}") for year in range(50, 60)
    ]

    pairs = useful_pairs(mention_table(namesakes, {}), shipped_model(), (), Silent())

    first = pairs[:8]
    assert max(sum(one in pair for pair in first) for one in range(10)) <= 2


def test_nothing_to_compare_is_nothing_to_ask() -> None:
    assert useful_pairs(TABLE.slice(0, 1), shipped_model(), (), Silent()) == []
