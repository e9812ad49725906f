import signal
import socket
import threading
from pathlib import Path

import pytest
from commands import locked, wait_until_blocked

from actors.errors import DatabaseError
from actors.graph import EmbeddedNeo4j, Graph, connect
from actors.settings import Settings


def test_rows_come_back_under_the_names_the_statement_gives(graph: Graph) -> None:
    rows = graph.read("UNWIND $values AS value RETURN value, value * 2 AS double", values=[1, 2])

    assert rows == [{"value": 1, "double": 2}, {"value": 2, "double": 4}]


def test_a_read_that_writes_is_refused(graph: Graph) -> None:
    with pytest.raises(DatabaseError, match="refused a statement"):
        graph.read("CREATE (:Entity {id: 'E-1'})")

    assert graph.read("MATCH (node) RETURN node.id AS id") == []


def test_a_transaction_is_stored_as_a_whole(graph: Graph) -> None:
    with graph.transaction() as transaction:
        transaction.run("CREATE (:Entity {id: 'E-1'})")
        assert transaction.run("MATCH (node:Entity) RETURN node.id AS id") == [{"id": "E-1"}]
        assert graph.read("MATCH (node:Entity) RETURN node.id AS id") == []

    assert graph.read("MATCH (node:Entity) RETURN node.id AS id") == [{"id": "E-1"}]


def test_an_error_in_a_transaction_rolls_it_back_and_stays_what_it_is(graph: Graph) -> None:
    with pytest.raises(ValueError, match="mine"), graph.transaction() as transaction:  # noqa: PT012
        transaction.run("CREATE (:Entity {id: 'E-1'})")
        message = "mine"
        raise ValueError(message)

    assert graph.read("MATCH (node:Entity) RETURN node.id AS id") == []


def test_a_broken_statement_is_told_with_neo4js_words(graph: Graph) -> None:
    with pytest.raises(DatabaseError, match=r"Neo4j refused a statement .*SyntaxError"):
        graph.read("MATCH MATCH")


def test_an_unknown_label_is_no_news(
    graph: Graph, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    graph.read("MATCH (node:NobodyHasThisLabel) RETURN node.nothing")

    assert caplog.records == []
    assert capfd.readouterr().err == ""


def test_a_wrong_password_is_told_with_the_settings_to_check(neo4j_server: Settings) -> None:
    wrong = Settings(neo4j_uri=neo4j_server.neo4j_uri, neo4j_password="wrong")

    with (
        pytest.raises(DatabaseError, match="check NEO4J_USERNAME and NEO4J_PASSWORD"),
        connect(wrong),
    ):
        pass


def test_an_unknown_database_is_told_with_the_setting_to_check(neo4j_server: Settings) -> None:
    wrong = Settings(
        neo4j_uri=neo4j_server.neo4j_uri,
        neo4j_password=neo4j_server.neo4j_password,
        neo4j_database="elsewhere",
    )

    with pytest.raises(DatabaseError, match=r"elsewhere.*check NEO4J_DATABASE"), connect(wrong):
        pass


def test_an_address_that_is_none_is_told() -> None:
    wrong = Settings(neo4j_uri="bolt://host:port", neo4j_password="any")

    with pytest.raises(DatabaseError, match="bolt://host:port cannot be used"), connect(wrong):
        pass


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_no_answer_is_told_with_the_address(scheme: str, free_port: int) -> None:
    nowhere = Settings(neo4j_uri=f"{scheme}://127.0.0.1:{free_port}", neo4j_password="any")

    with (
        pytest.raises(DatabaseError, match=rf"127\.0\.0\.1:{free_port}.*NEO4J_URI"),
        connect(nowhere),
    ):
        pass


def test_with_a_uri_nothing_embedded_runs(settings: Settings, tmp_path: Path) -> None:
    elsewhere = Settings(
        neo4j_uri=settings.neo4j_uri,
        neo4j_password=settings.neo4j_password,
        home=tmp_path / "home",
        cache=tmp_path / "cache",
    )

    with connect(elsewhere) as graph:
        assert graph.read("RETURN 1 AS one") == [{"one": 1}]

    assert list(tmp_path.iterdir()) == []
    assert not EmbeddedNeo4j(tmp_path / "home", tmp_path / "cache").status().is_running


@pytest.mark.parametrize("way", ["write", "together", "transaction"])
def test_an_interrupt_ends_a_statement_that_waits_for_a_lock(graph: Graph, way: str) -> None:
    """Closing the session waited for the statement, which waited for whoever held the lock."""
    number_events = "MERGE (counter:Counter {id: 'event'}) SET counter.value = 1"
    returned = threading.Event()
    in_time: list[bool] = []

    def interrupt_once_it_waits(main: int) -> None:
        with locked(graph, "CREATE (:Counter {id: 'event'})"):
            ready.set()
            wait_until_blocked(graph)
            signal.pthread_kill(main, signal.SIGINT)
            in_time.append(returned.wait(20))

    def write() -> None:
        if way == "write":
            graph.write(number_events)
        elif way == "together":
            graph.together(lambda transaction: transaction.run(number_events))
        else:
            with graph.transaction() as transaction:
                transaction.run(number_events)

    ready = threading.Event()
    other = threading.Thread(target=interrupt_once_it_waits, args=(threading.get_ident(),))
    other.start()
    ready.wait()

    with pytest.raises(KeyboardInterrupt):
        write()

    returned.set()
    other.join()
    assert in_time == [True]
    assert graph.read("MATCH (counter:Counter) RETURN counter.id AS id") == []


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
