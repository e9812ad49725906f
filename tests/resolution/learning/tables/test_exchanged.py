"""What labels gain by standing as they do tells right ones, exchanged ones and noise."""

import random
from dataclasses import replace

import pytest
from people_tables import FIELDS, People

from resolution.labelling import Label
from resolution.learning.tables.exchanged import gained_as_given
from resolution.tables.fields import Fields

SIGNED = Fields(FIELDS.id, tuple(replace(one, type="Wording") for one in FIELDS.fields))


def labels_of(people: People, seed: int) -> list[Label]:
    """Return the pairs that are one, and as many that are two."""
    pairs = [(one, two) for two in range(len(people.person)) for one in range(two)]
    same = [pair for pair in pairs if people.person[pair[0]] == people.person[pair[1]]][:15]
    different = random.Random(seed).sample([pair for pair in pairs if pair not in same], 15)
    return [
        Label(one, two, people.person[one] == people.person[two]) for one, two in same + different
    ]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_right_labels_gain_what_exchanged_ones_lose(seed: int) -> None:
    people = People(80, seed=seed)
    labels = labels_of(people, seed)
    turned = [Label(one, two, not match) for one, two, match in labels]

    gained = gained_as_given(people.table(SIGNED), labels)

    assert gained > 5.0
    assert gained_as_given(people.table(SIGNED), turned) == pytest.approx(-gained)


def test_labels_given_by_turns_gain_little_either_way() -> None:
    people = People(80)
    alike = labels_of(people, 1)[:15]
    by_turns = [one._replace(match=bool(place % 2)) for place, one in enumerate(alike)]

    assert abs(gained_as_given(people.table(SIGNED), by_turns)) < 3.0


def test_fields_that_know_no_sign_gain_nothing() -> None:
    people = People(80)

    assert gained_as_given(people.table(FIELDS), labels_of(people, 1)) == pytest.approx(0.0)
