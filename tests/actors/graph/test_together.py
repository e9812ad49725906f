"""What is stored together is stored whole, once, and again where the database asks for it."""

import threading

import pytest

from actors.errors import DatabaseError
from actors.graph import Graph, Transaction


def test_what_fails_leaves_nothing_and_stays_the_error_it_is(graph: Graph) -> None:
    def work(transaction: Transaction) -> None:
        transaction.run("CREATE (:Entity {id: 'E-1'})")
        message = "mine"
        raise ValueError(message)

    with pytest.raises(ValueError, match="mine"):
        graph.together(work)

    assert graph.read("MATCH (node) RETURN node.id AS id") == []


def test_what_the_database_refuses_is_told_in_our_words(graph: Graph) -> None:
    def work(transaction: Transaction) -> None:
        transaction.run("CREATE (:Entity {id: 'E-1'}) CREATE (:Entity {id: 'E-1'})")

    with pytest.raises(DatabaseError, match="refused a statement"):
        graph.together(work)


def test_of_two_that_wait_for_each_other_one_begins_again(graph: Graph) -> None:
    """An ingestion beside a run ended one of them by a deadlock."""
    first, second = threading.Event(), threading.Event()
    graph.write("CREATE (:Entity {id: 'E-1', turns: 0}) CREATE (:Entity {id: 'E-2', turns: 0})")
    turn = "MATCH (e:Entity {id: $id}) SET e.turns = e.turns + 1"
    problems: list[DatabaseError] = []

    def crossing(one: str, other: str, mine: threading.Event, theirs: threading.Event) -> None:
        def work(transaction: Transaction) -> None:
            transaction.run(turn, id=one)
            mine.set()
            theirs.wait(30)
            transaction.run(turn, id=other)

        try:
            graph.together(work)
        except DatabaseError as error:
            problems.append(error)

    threads = [
        threading.Thread(target=crossing, args=("E-1", "E-2", first, second)),
        threading.Thread(target=crossing, args=("E-2", "E-1", second, first)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert problems == []
    assert graph.read("MATCH (e:Entity) RETURN collect(e.turns) AS turns") == [{"turns": [2, 2]}]
