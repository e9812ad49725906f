"""An oracle is a bound only if it overlooks nothing and its odds are as good as its word."""

import numpy as np
from oracle import Prior
from oracle_evidence import evidence
from oracle_weighing import crowds, grouped, likely_pairs
from persons import mentions
from persons_mentions import MENTIONS, Told
from persons_regions import REGIONS
from scale import pairs

SIZE = 20_000


def test_it_weighs_every_pair_of_one_person_and_as_many_as_it_expects_are() -> None:
    rows, told = zip(*mentions(SIZE, 5), strict=True)
    person = np.array([row[-1] for row in rows])
    found, group_of = evidence(told)

    left, right, posteriors, agreeing = likely_pairs(
        found, grouped(group_of), Prior(SIZE, MENTIONS).odds, 0.0
    )

    same = person[left] == person[right]
    assert np.count_nonzero(same) == pairs(person)
    assert len(left) >= agreeing
    for likely in (posteriors < 0.5, posteriors >= 0.5):
        chance = posteriors[likely]
        deviation = np.sqrt((chance * (1 - chance)).sum())
        assert abs(np.count_nonzero(same[likely]) - chance.sum()) < 5 * deviation


def test_a_third_mention_joins_two_that_tell_nothing_in_common() -> None:
    born, numbered = mention(born=(1950, 2, 3)), mention(id_no="BC0000001")
    both = mention(born=(1950, 2, 3), id_no="BC0000001")

    assert len(set(put_together(born, numbered))) == 2
    assert len(set(put_together(born, numbered, both))) == 1


def test_who_contradicts_one_of_a_crowd_is_not_of_it() -> None:
    one, other, both = (
        mention(id_no="BC0000001", city=None),
        mention(id_no="BC0000001", country="nz"),
        mention(id_no=None, country="ie"),
    )

    crowd_of = put_together(one, other, both)

    assert crowd_of[0] == crowd_of[1] != crowd_of[2]


def mention(**told: object) -> Told:
    """Return a mention with the most usual name of the first region, which tells little else."""
    region = REGIONS[0]
    usual = {
        "region": region,
        "family": (region.family[0], region.endings[0]),
        "given": (region.given[0],),
        "initial": "",
        "born": (),
        "city": None,
        "country": None,
        "id_no": None,
    }
    return Told(**(usual | told))


def put_together(*told: Told) -> list[int]:
    found, group_of = evidence(told)
    crowd_of = crowds(found, grouped(group_of), Prior(1_000_000, MENTIONS).merging())
    return [int(crowd) for crowd in crowd_of]
