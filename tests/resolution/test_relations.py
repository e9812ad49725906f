"""Relations find their other end by its exact name within the source, or say that they do not."""

from collections.abc import Mapping, Sequence

from readings import record

from actors.records import EntityId, Mention, MentionId, RelationType
from resolution.relations import (
    Relation,
    UnresolvedRelation,
    called_names,
    derive_relations,
    wanted_names,
)

BANK = record("1", "Korea Kwangson Banking Corp.", aliases=["KKBC"])


def derived(*mentions: Mention) -> tuple[list[Relation], list[UnresolvedRelation]]:
    return of(mentions, {one.id: one.own_entity_id for one in mentions})


def of(
    mentions: Sequence[Mention], entities: Mapping[MentionId, EntityId]
) -> tuple[list[Relation], list[UnresolvedRelation]]:
    named: dict[str, set[EntityId]] = {}
    for one in mentions:
        for name in called_names(one):
            named.setdefault(name, set()).add(entities[one.id])
    wanted = wanted_names(mentions)
    asked = {name: bearers for name, bearers in named.items() if name in wanted}
    return derive_relations(mentions, entities, asked)


def test_an_exact_name_is_found_whatever_its_case_and_spaces() -> None:
    officer = record("2", "Ri Chang Ho", linked_to=["KOREA KWANGSON  BANKING CORP"])

    relations, unresolved = derived(BANK, officer)

    assert relations == [
        Relation(officer.own_entity_id, BANK.own_entity_id, RelationType.LINKED_TO, (officer.id,))
    ]
    assert unresolved == []


def test_a_near_name_is_reported_and_not_guessed() -> None:
    officer = record("2", "Ri Chang Ho", linked_to=["Korea Kwangsong Banking Corp"])

    relations, unresolved = derived(BANK, officer)

    assert relations == []
    assert unresolved == [UnresolvedRelation(officer.id, "Korea Kwangsong Banking Corp", 0)]


def test_a_name_of_another_source_is_none_of_this_one() -> None:
    officer = record("2", "Ri Chang Ho", linked_to=["KKBC"], source="other")

    relations, unresolved = derived(BANK, officer)

    assert relations == []
    assert [one.found for one in unresolved] == [0]


def test_a_name_of_two_actors_is_reported_with_their_number() -> None:
    namesake = record("3", "KKBC")
    officer = record("2", "Ri Chang Ho", linked_to=["KKBC"])

    relations, unresolved = derived(BANK, namesake, officer)

    assert relations == []
    assert unresolved == [UnresolvedRelation(officer.id, "KKBC", 2)]


def test_two_records_that_are_one_actor_are_one_target() -> None:
    twice = record("3", "KKBC")
    officer = record("2", "Ri Chang Ho", linked_to=["KKBC"])
    entities = {one.id: one.own_entity_id for one in (BANK, officer)}

    relations, unresolved = of([BANK, twice, officer], entities | {twice.id: BANK.own_entity_id})

    assert [one.right for one in relations] == [BANK.own_entity_id]
    assert unresolved == []


def test_what_two_records_of_one_actor_state_is_one_relation_with_both_as_evidence() -> None:
    officers = [record(number, "Ri Chang Ho", linked_to=["KKBC"]) for number in ("2", "3")]
    entities = {one.id: officers[0].own_entity_id for one in officers}

    [relation], _ = of([BANK, *officers], entities | {BANK.id: BANK.own_entity_id})

    assert set(relation.mentions) == {one.id for one in officers}
