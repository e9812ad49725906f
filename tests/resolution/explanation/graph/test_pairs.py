"""Two references held against each other in a real graph: what made them one, or keeps them two."""

import pytest
from readings import article, edition, entity_of, judge, record, retract, run, stored

from actors.errors import NotFound
from actors.graph import Graph
from actors.records import Mention
from resolution.explanation.graph import Answer, explained, explanation_tables
from resolution.explanation.merges import Means
from resolution.explanation.rulings import Reason
from resolution.model import shipped_model

MODEL = shipped_model()
RI = record("1", "Ri Chang Ho", born="1967-05-12", countries=["kp"])
TWIN = record("2", "Ri Chang Ho", born="1967", countries=["kp"])
ELSEWHERE = record("7", "RI, Chang-ho", born="1967-05-12", countries=["kp"], source="other")
STRANGER = record("8", "Silver Delta Trading", source="other")


def answer(graph: Graph, left: Mention | str, right: Mention | str) -> Answer:
    return explained(
        graph, *(side if isinstance(side, str) else side.id for side in (left, right)), MODEL
    )


def reasons(found: Answer) -> list[Reason]:
    return [one.reason for one in found.held_apart]


def printed(found: Answer) -> str:
    return "\n".join(
        f"{table.title} {table.columns} {table.rows}" for table in explanation_tables(found)
    )


def test_what_merged_names_score_rules_and_path(graph: Graph) -> None:
    stored(graph, edition(RI), edition(ELSEWHERE))
    run(graph)

    found = answer(graph, "list:1", ELSEWHERE)

    assert found.are_one
    assert found.explanation is not None
    assert found.stored_score == pytest.approx(found.explanation.score, abs=1e-12)
    assert "name" in found.explanation.rules
    [join] = found.path
    assert (join.left_name, join.right_name) == ("Ri Chang Ho", "RI, Chang-ho")
    assert join.means is Means.COMPARISON
    assert found.held_apart == ()
    assert "One entity." in printed(found)


def test_two_records_of_one_list_are_held_apart_by_that(graph: Graph) -> None:
    stored(graph, edition(RI, TWIN))
    run(graph)

    found = answer(graph, RI, TWIN)

    assert found.explanation is not None
    assert found.explanation.score > MODEL.thresholds.merge
    assert reasons(found) == [Reason.ONE_LIST]
    assert "Two entities, though the score reaches the threshold." in printed(found)
    assert "records of one list, list" in printed(found)


def test_a_judgement_that_holds_two_apart_is_shown_with_who_gave_it(graph: Graph) -> None:
    stored(graph, edition(RI), edition(ELSEWHERE))
    judge(graph, ELSEWHERE, RI, "DIFFERENT")
    run(graph)

    found = answer(graph, RI, ELSEWHERE)

    assert reasons(found) == [Reason.JUDGED_DIFFERENT]
    [given] = found.judgements
    assert (given.verdict, given.actor, given.stands) == ("DIFFERENT", "reviewer", True)
    assert "reviewer" in printed(found)


def test_what_a_judgement_made_one_says_so_before_it_says_how_unlike_they_are(
    graph: Graph,
) -> None:
    stored(graph, edition(RI), edition(STRANGER))
    judge(graph, RI, STRANGER, "SAME")
    run(graph)

    found = answer(graph, RI, STRANGER)

    assert [join.means for join in found.path] == [Means.JUDGEMENT]
    assert "One entity, as a judgement has it. The two are one actor with a probability of" in (
        printed(found)
    )


def test_a_judgement_taken_back_is_shown_and_holds_nothing(graph: Graph) -> None:
    stored(graph, edition(RI), edition(ELSEWHERE))
    judge(graph, RI, ELSEWHERE, "DIFFERENT")
    retract(graph)
    run(graph)

    found = answer(graph, RI, ELSEWHERE)

    assert found.are_one
    assert "taken back" in printed(found)


def test_others_of_the_two_entities_hold_all_apart(graph: Graph) -> None:
    """Both lists have two; the first of one fits the second of the other, which is taken."""
    other_twin = record("9", "Ri Chang Ho", born="1967", countries=["kp"], source="other")
    stored(graph, edition(RI, TWIN), edition(ELSEWHERE, other_twin))
    run(graph)
    assert entity_of(graph, RI.id) == entity_of(graph, ELSEWHERE.id)

    found = answer(graph, RI, other_twin)

    assert reasons(found) == [Reason.ENTITIES_OF_ONE_LIST]
    assert (ELSEWHERE.id, other_twin.id) in found.held_apart[0].between


def test_a_judgement_on_others_holds_two_apart(graph: Graph) -> None:
    third = record("5", "Ri Chang Ho", born="1967-05-12", countries=["kp"], source="third")
    stored(graph, edition(RI), edition(ELSEWHERE), edition(third))
    judge(graph, RI, ELSEWHERE, "SAME", 1)
    judge(graph, RI, third, "DIFFERENT", 2)
    run(graph)

    found = answer(graph, ELSEWHERE, third)

    assert reasons(found) == [Reason.ENTITIES_JUDGED_DIFFERENT]
    assert found.held_apart[0].between == ((RI.id, third.id),)


def test_average_linkage_is_told_with_its_figure(graph: Graph) -> None:
    """One likely pair does not chain two groups together that share nothing else."""
    bank = record("1", "Orlov Bank", born=None, source="a")
    alias = record("2", "Orlov Bank", aliases=["Silver Delta"], source="b")
    delta = record("3", "Silver Delta", source="c")
    far = record("4", "Silver Delta", source="d")
    stored(graph, edition(bank), edition(alias), edition(delta), edition(far))
    run(graph)
    assert entity_of(graph, bank.id) != entity_of(graph, delta.id)

    ends = (
        (alias, far)
        if entity_of(graph, alias.id) == entity_of(graph, bank.id)
        else (
            bank,
            alias,
        )
    )
    found = answer(graph, *ends)

    assert reasons(found) == [Reason.AVERAGE_BELOW_THRESHOLD]
    assert "on average over all" in printed(found)


def test_a_name_in_a_text_that_fits_two_namesakes_says_so(graph: Graph) -> None:
    other = record("2", "Ri Chang Ho", born="1980-01-01", countries=["kp"])
    text = article("Washington listed Ri Chang Ho on Monday.", on=None)
    stored(graph, edition(RI, other), text)
    run(graph)
    [row] = graph.read("MATCH (m:Mention {kind: 'TEXT', quote: 'Ri Chang Ho'}) RETURN m.id AS id")
    assert entity_of(graph, row["id"]) not in {entity_of(graph, RI.id), entity_of(graph, other.id)}

    found = answer(graph, row["id"], RI)

    assert reasons(found) == [Reason.SEVERAL_FIT]


def test_a_name_in_a_text_goes_to_the_namesake_it_fits_best(graph: Graph) -> None:
    listed = record("1", "Ri Chang Ho", listed="2024-12-16")
    other = record("2", "Ri Chang Ho", listed="2010-01-04")
    text = article("Washington listed Ri Chang Ho on Monday.")
    stored(graph, edition(listed, other), text)
    run(graph)
    [row] = graph.read("MATCH (m:Mention {kind: 'TEXT', quote: 'Ri Chang Ho'}) RETURN m.id AS id")
    assert entity_of(graph, row["id"]) == entity_of(graph, listed.id)

    found = answer(graph, other, row["id"])

    assert reasons(found) == [Reason.ANOTHER_FITS_BETTER]
    assert entity_of(graph, listed.id) in found.held_apart[0].text


def test_strangers_are_told_which_keys_they_lack(graph: Graph) -> None:
    stored(graph, edition(RI), edition(STRANGER))
    run(graph)

    found = answer(graph, RI, STRANGER)

    assert reasons(found) == [Reason.BELOW_THRESHOLD]
    shown = printed(found)
    assert "No rule brings them together; to share one of these would have" in shown
    assert "chang ho ri" in shown


def test_a_key_that_is_too_common_is_told(graph: Graph) -> None:
    most = max(rule.most_records for rule in MODEL.blocking)
    crowd = [record(str(number), "Ri Chang Ho") for number in range(most + 2)]
    stored(graph, edition(*crowd))
    run(graph)

    found = answer(graph, crowd[0], crowd[1])

    assert found.explanation is not None
    assert found.explanation.rules == ()
    assert reasons(found) == [Reason.ONE_LIST, Reason.NOT_COMPARED]
    assert "records have it" in printed(found)


def test_a_mention_against_itself_has_nothing_to_compare(graph: Graph) -> None:
    stored(graph, edition(RI))
    run(graph)

    found = answer(graph, RI, "list:1")

    assert (found.are_one, found.explanation) == (True, None)
    assert "nothing to compare" in printed(found)


def test_a_mention_against_its_own_entity_meets_another_of_it(graph: Graph) -> None:
    stored(graph, edition(RI), edition(ELSEWHERE))
    run(graph)

    found = answer(graph, RI, entity_of(graph, RI.id))

    assert found.right.id == ELSEWHERE.id


def test_what_no_run_resolved_says_so(graph: Graph) -> None:
    stored(graph, edition(RI), edition(ELSEWHERE))

    found = answer(graph, RI, ELSEWHERE)

    assert reasons(found) == [Reason.NOT_RESOLVED]


def test_what_changed_since_the_run_is_not_passed_off_as_its_decision(graph: Graph) -> None:
    stored(graph, edition(RI), edition(ELSEWHERE))
    judge(graph, RI, ELSEWHERE, "DIFFERENT")
    run(graph)
    retract(graph)

    assert reasons(answer(graph, RI, ELSEWHERE)) == [Reason.NOTHING]


def test_a_score_that_another_model_found_is_told(graph: Graph) -> None:
    stored(graph, edition(RI), edition(ELSEWHERE))
    run(graph)
    assert "The last run found" not in printed(answer(graph, RI, ELSEWHERE))

    graph.write("MATCH ()-[compared:COMPARED]->() SET compared.score = 0.81")

    assert "The last run found 81 %" in printed(answer(graph, RI, ELSEWHERE))


def test_a_reference_that_names_nothing_is_told(graph: Graph) -> None:
    stored(graph, edition(RI))

    with pytest.raises(NotFound, match="'list:99' names nothing here"):
        answer(graph, RI, "list:99")


def test_a_graph_that_holds_nothing_is_told_with_where_it_is(graph: Graph) -> None:
    with pytest.raises(NotFound, match=r"the graph at .*://.* is empty.*DRAMATIS_HOME"):
        answer(graph, RI, "list:99")
