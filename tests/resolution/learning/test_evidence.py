"""What lists say unasked: by full birth dates of persons, by bodies that one list keeps apart."""

import dataclasses

from mention_builders import record

from actors.records import EntityKind, Mention
from resolution.comparison import FEATURES
from resolution.learning.evidence import Evidence, gather
from resolution.model import BlockingRule, shipped_model
from resolution.table import mention_table

RULES = (BlockingRule(("token",), 100, is_learned=True),)
MODEL = dataclasses.replace(shipped_model(), blocking=RULES)


def gathered(*mentions: Mention, judged: tuple[int, ...] = ()) -> Evidence:
    return gather(mention_table(mentions, {}), MODEL, judged, seed=0)


def test_full_birth_dates_tell_and_are_taken_away() -> None:
    found = gathered(
        record("Ostap Vostrikov", born="1968-04-12"),
        record("Ostap Vostrikov", born="1968-04-12", source="list-b"),
        record("Ostap Vostrikov", born="1981-09-30", source="list-c"),
    )

    assert sorted(found.same.tolist()) == [0, 0, 1]
    births = [place for place, name in enumerate(FEATURES) if name.startswith("birth")]
    assert not found.features[:, births].any()
    assert found.features[:, FEATURES.index("name_exact")].all()


def test_years_alone_tell_nothing() -> None:
    found = gathered(
        record("Ostap Vostrikov", born="1968"), record("Ostap Vostrikov", born="1981", source="b-b")
    )

    assert len(found.same) == 0


def test_bodies_that_a_list_keeps_apart_are_two_and_its_persons_tell_nothing() -> None:
    kinds = (EntityKind.ORGANIZATION, EntityKind.PERSON)
    bodies, persons = (
        gathered(record("Omega Zulu", kind=kind), record("Omega Zulu Tango", kind=kind))
        for kind in kinds
    )

    assert bodies.counts() == {"sameByDate": 0, "differentByDate": 0, "bodiesOfOneList": 1}
    assert len(persons.same) == 0


def test_who_was_judged_teaches_nothing_unasked() -> None:
    pair = (
        record("Ostap Vostrikov", born="1968-04-12"),
        record("Ostap Vostrikov", born="1968-04-12", source="list-b"),
    )

    assert len(gathered(*pair).same) == 1
    assert len(gathered(*pair, judged=(0,)).same) == 0
