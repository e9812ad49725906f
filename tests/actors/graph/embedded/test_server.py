import os
import signal
import stat
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import psutil
import pytest

from actors.errors import DatabaseError
from actors.graph import EmbeddedNeo4j, connect
from actors.settings import Settings

Begin = Callable[[str], Popen[str]]
Running = tuple[EmbeddedNeo4j, Path]

pytestmark = pytest.mark.neo4j

USE_UNTIL_TOLD = "with connect(settings) as graph: print('up', flush=True); input()"


def processes_of(home: Path) -> list[psutil.Process]:
    return [
        process
        for process in psutil.process_iter(["cmdline"])
        if any(str(home) in part for part in process.info["cmdline"] or ())
        and "java" in process.name()
        and process.status() != psutil.STATUS_ZOMBIE
    ]


def until_up(process: Popen[str]) -> None:
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line == "up\n", process.communicate()[1]


def told_to_end(process: Popen[str]) -> int:
    process.communicate("\n")
    return process.returncode


def test_a_second_start_finds_the_first(running: Running) -> None:
    first, home = running

    second = EmbeddedNeo4j(home, Settings().cache)

    assert second.start() == first.status()
    assert len(processes_of(home)) == 1


def test_two_starts_at_once_make_one_server(
    embedded: EmbeddedNeo4j, home: Path, command: Begin
) -> None:
    starts = [command("print(embedded.start().process_id)") for _ in range(2)]
    ids = {start.communicate()[0].strip() for start in starts}

    assert ids == {str(embedded.status().process_id)}
    assert len(processes_of(home)) == 1


def test_stop_leaves_nothing_running_and_a_restart_finds_everything(
    embedded: EmbeddedNeo4j, home: Path
) -> None:
    embedded.start()
    with embedded.in_use() as first, connect(Settings(home=home)) as graph:
        graph.write("CREATE (:Kept {id: 'one'})")

    stopped = embedded.stop()

    assert not stopped.is_running
    assert processes_of(home) == []
    with embedded.in_use() as second, connect(Settings(home=home)) as graph:
        assert graph.read("MATCH (node:Kept) RETURN node.id AS id") == [{"id": "one"}]
    assert second == first


def test_a_server_started_by_a_command_ends_with_it(home: Path, embedded: EmbeddedNeo4j) -> None:
    with connect(Settings(home=home)):
        assert embedded.status().is_running
        assert not embedded.status().stays

    assert not embedded.status().is_running
    assert processes_of(home) == []


def test_after_db_start_the_server_outlives_commands(running: Running) -> None:
    embedded, home = running

    with connect(Settings(home=home)):
        pass

    assert embedded.status().stays


def test_the_last_command_to_leave_ends_the_server(
    home: Path, embedded: EmbeddedNeo4j, command: Begin
) -> None:
    first = command(USE_UNTIL_TOLD)
    until_up(first)
    second = command(USE_UNTIL_TOLD)
    until_up(second)

    assert told_to_end(first) == 0
    assert embedded.status().is_running
    assert told_to_end(second) == 0
    assert processes_of(home) == []


def test_data_survive_a_kill_of_everything(
    home: Path, embedded: EmbeddedNeo4j, command: Begin
) -> None:
    writing = command(
        "with connect(settings) as graph:\n"
        "    graph.write('UNWIND range(1, 5000) AS id CREATE (:Kept {id: id})')\n"
        "    print('up', flush=True)\n"
        "    while True: graph.write('CREATE (:Kept)')"
    )
    until_up(writing)
    writing.kill()
    for process in processes_of(home):
        process.kill()
        process.wait()

    assert not embedded.status().is_running
    with connect(Settings(home=home)) as graph:
        [row] = graph.read("MATCH (node:Kept) WHERE node.id IS NOT NULL RETURN count(*) AS count")
    assert row == {"count": 5000}


def test_a_killed_command_does_not_keep_its_server_alive(
    home: Path, embedded: EmbeddedNeo4j, command: Begin
) -> None:
    """The lock of the killed one is free, so the next command ends what the first had started."""
    killed = command(USE_UNTIL_TOLD)
    until_up(killed)
    killed.kill()
    killed.wait()

    with connect(Settings(home=home)):
        pass

    assert not embedded.status().is_running


@pytest.mark.parametrize("begun", ["run/pid", "data/transactions/neo4j"])
def test_ctrl_c_during_a_start_leaves_no_orphan_and_no_damage(
    home: Path, embedded: EmbeddedNeo4j, command: Begin, begun: str
) -> None:
    """Each appears at another moment of the first start."""
    starting = command("embedded.start()")
    while not (home / "neo4j" / begun).exists():
        assert starting.poll() is None
    starting.send_signal(signal.SIGINT)
    starting.communicate()

    assert starting.returncode != 0
    assert processes_of(home) == []
    assert embedded.start().is_running


def test_ctrl_c_in_the_terminal_ends_the_command_and_then_its_server(
    home: Path, command: Begin
) -> None:
    using = command(USE_UNTIL_TOLD)
    until_up(using)

    using.send_signal(signal.SIGINT)
    using.communicate()

    assert processes_of(home) == []


def test_another_process_with_the_same_id_is_not_taken_for_the_server(
    home: Path, embedded: EmbeddedNeo4j
) -> None:
    run = home / "neo4j" / "run"
    run.mkdir(parents=True)
    (run / "pid").write_text(str(os.getpid()))

    assert not embedded.status().is_running
    assert not embedded.stop().is_running


def test_a_failed_start_shows_the_servers_own_words(home: Path, embedded: EmbeddedNeo4j) -> None:
    broken = home / "neo4j" / "data" / "server_id"
    broken.parent.mkdir(parents=True)
    broken.write_text("broken")
    (home / "neo4j" / "password").write_text("unused here")

    with pytest.raises(
        DatabaseError, match=r"did not start. Its last lines:\n(.*\n)*.*EOFException"
    ):
        embedded.start()
    assert processes_of(home) == []


def test_the_password_is_minted_for_its_owner_alone(running: Running) -> None:
    _, home = running
    password = home / "neo4j" / "password"
    [process] = processes_of(home)

    assert stat.S_IMODE(password.stat().st_mode) == 0o600
    assert stat.S_IMODE(password.parent.stat().st_mode) == 0o700
    assert len(password.read_text()) >= 32
    assert password.read_text() not in " ".join(process.cmdline())
    assert not [
        path
        for path in home.rglob("*")
        if path.is_file() and path != password and password.read_bytes() in path.read_bytes()
    ]


def test_the_server_listens_on_the_loopback_interface_only(running: Running) -> None:
    embedded, home = running
    [process] = processes_of(home)

    listening = {
        (connection.laddr.ip.removeprefix("::ffff:"), connection.laddr.port)
        for connection in process.net_connections("inet")
        if connection.status in (psutil.CONN_LISTEN, psutil.CONN_NONE)
    }

    uri = embedded.status().uri
    assert uri is not None
    assert listening == {("127.0.0.1", int(uri.rpartition(":")[2]))}


def test_a_lost_password_is_told_with_its_way_out(home: Path, embedded: EmbeddedNeo4j) -> None:
    (home / "neo4j" / "data" / "databases").mkdir(parents=True)

    with pytest.raises(DatabaseError, match="`dramatis db reset`"):
        embedded.start()


def test_reset_empties_the_database(home: Path, embedded: EmbeddedNeo4j) -> None:
    holds_data = [embedded.holds_data]
    with connect(Settings(home=home)) as graph:
        graph.write("CREATE (:Kept)")
    holds_data.append(embedded.holds_data)

    embedded.reset()

    holds_data.append(embedded.holds_data)
    assert holds_data == [False, True, False]
    with connect(Settings(home=home)) as graph:
        assert graph.read("MATCH (node) RETURN count(node) AS count") == [{"count": 0}]


@pytest.mark.parametrize("verb", ["stop", "reset"])
def test_the_server_is_not_taken_from_a_command_that_uses_it(running: Running, verb: str) -> None:
    """`db stop` ended the database under a running `serve` without a word."""
    embedded, home = running
    refusal = f"A command uses the embedded Neo4j: end it first, then {verb}"

    with connect(Settings(home=home)) as graph:
        with pytest.raises(DatabaseError, match=refusal):
            getattr(embedded, verb)()
        assert graph.read("RETURN 1 AS one") == [{"one": 1}]
    assert embedded.status().stays
