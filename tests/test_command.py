"""The real command as a person or a program meets it: exit status, streams, one clear sentence."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from commands import PROGRAM, dramatis, environment
from readings import DEMO, edition, record, stored

from actors.graph import EmbeddedNeo4j, Graph
from actors.settings import Settings

COMMANDS = [
    (), ("demo",), ("ingest",), ("resolve",), ("serve",), ("train",), ("evaluate",), ("explain",),
    ("label",), ("dedupe",), ("dedupe", "train"), ("dedupe", "run"), ("dedupe", "score"),
    ("dedupe", "explain"), ("dedupe", "evaluate"),
    ("judgements",), ("judgements", "import"), ("judgements", "export"), ("judgements", "retract"),
    ("db",), ("db", "start"), ("db", "stop"), ("db", "status"), ("db", "reset"),
]  # fmt: skip
HEAVY = {"dedupe", "duckdb", "strawberry", "neo4j", "pyarrow", "numpy", "lxml", "rich"}
NOWHERE = "bolt://127.0.0.1:1"


@pytest.fixture
def apart(tmp_path: Path) -> dict[str, str]:
    """An environment with a home of its own, in which nothing runs yet."""
    return environment(DRAMATIS_HOME=str(tmp_path / "home"))


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def assert_one_sentence(result: subprocess.CompletedProcess[str], *words: str) -> None:
    assert result.returncode == 1
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1, result.stderr
    for word in words:
        assert word in result.stderr


def test_help_of_every_command_answers_without_loading_what_it_would_use(
    apart: dict[str, str],
) -> None:
    lines = (
        "import sys, click, dramatis\n"
        "from click.testing import CliRunner\n"
        f"for words in {COMMANDS!r}:\n"
        "    result = CliRunner().invoke(dramatis.cli, [*words, '--help'])\n"
        "    assert result.exit_code == 0, (words, result.output)\n"
        "    assert 'Usage' in result.output\n"
        f"print(sorted({HEAVY!r} & sys.modules.keys()))\n"
    )

    result = subprocess.run(
        [sys.executable, "-c", lines], env=apart, capture_output=True, text=True, check=False
    )

    assert result.stderr == ""
    assert result.stdout == "[]\n"


def test_every_command_is_among_those_asked_for_help() -> None:
    import dramatis as command  # noqa: PLC0415  the other tests name the program so

    assert {words[0] for words in COMMANDS if words} == set(command.cli.commands)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("fly",), "No such command"),
        (("ingest",), "--catalogue"),
        (("ingest", "--catalogue", "no-such.toml"), "no-such.toml"),
        (("ingest", "ofac-sdn", "sdn.csv"), "--source"),
        (("resolve", "--fast"), "--fast"),
        (("serve", "--port", "0"), "--port"),
        (("db", "sleep"), "No such command"),
    ],
)
def test_a_command_used_wrongly_exits_with_2(
    apart: dict[str, str], words: tuple[str, ...], complaint: str
) -> None:
    result = dramatis(*words, environ=apart)

    assert result.returncode == 2
    assert result.stdout == ""
    assert complaint in result.stderr
    assert "Traceback" not in result.stderr


def test_several_wrong_settings_are_told_at_once(apart: dict[str, str]) -> None:
    wrong = {"NEO4J_URI": "localhost", "DRAMATIS_PORT": "high", "NEO4J_PASSWORD": "x"}

    result = dramatis("resolve", environ=apart | wrong)

    assert result.returncode == 1
    assert [line.partition("=")[0] for line in result.stderr.splitlines()] == [
        "NEO4J_URI",
        "DRAMATIS_PORT",
    ]


def test_an_unknown_key_of_a_catalogue_is_told_with_its_line(
    apart: dict[str, str], tmp_path: Path
) -> None:
    catalogue = tmp_path / "catalogue.toml"
    catalogue.write_text(DEMO.read_text("utf-8").replace("publisher =", "publishr =", 1), "utf-8")

    result = dramatis("ingest", "--catalogue", str(catalogue), "--dry-run", environ=apart)

    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert f"{catalogue}, line" in result.stderr
    assert "publishr" in result.stderr


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("ofac-sdn", "no-such.csv"), "no-such.csv: there is no such file"),
        (("sdn", __file__), "ofac-sdn"),
        (("un-consolidated", __file__), "test_command.py"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_starts_no_database(
    apart: dict[str, str], tmp_path: Path, words: tuple[str, ...], complaint: str
) -> None:
    result = dramatis("ingest", *words, "--source", "some-list", environ=apart)

    assert_one_sentence(result, complaint)
    assert files(tmp_path) == []


def test_a_dry_ingestion_reports_and_starts_no_database(
    apart: dict[str, str], tmp_path: Path
) -> None:
    result = dramatis("ingest", "--catalogue", str(DEMO), "--dry-run", "--json", environ=apart)

    assert result.returncode == 0
    report = json.loads(result.stdout)
    assert sum(one["records"] for one in report["documents"]) == 53
    assert files(tmp_path) == []


def test_a_database_that_is_not_there_is_told(apart: dict[str, str]) -> None:
    result = dramatis("resolve", environ=apart | {"NEO4J_URI": NOWHERE, "NEO4J_PASSWORD": "x"})

    assert_one_sentence(result, NOWHERE, "NEO4J_URI")


@pytest.mark.parametrize(
    "words",
    [
        ("explain", "us-ofac-sdn:1", "un:2"),
        ("judgements", "retract", "J-1"),
        ("judgements", "export", "all.csv"),
    ],
)
def test_who_asks_where_no_graph_was_begun_is_told_and_no_database_is_started(
    apart: dict[str, str], tmp_path: Path, words: tuple[str, ...]
) -> None:
    """Outside of a folder with data it took seconds to start a Neo4j that knew nothing."""
    result = dramatis(*words, environ=apart)

    assert_one_sentence(result, "There is no graph below", "DRAMATIS_HOME", "dramatis ingest")
    assert files(tmp_path) == []


def test_an_occupied_port_is_told_before_anything_begins(
    apart: dict[str, str], tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = str(listener.getsockname()[1])

        for command in ("serve", "demo"):
            assert_one_sentence(dramatis(command, "--port", port, environ=apart), port)

    assert files(tmp_path) == []


def test_json_stands_alone_on_stdout_and_progress_on_stderr(
    settings: Settings, graph: Graph
) -> None:
    stored(graph, edition(record("1", "Ri Chang Ho"), record("2", "Pak Jong Chon")))

    result = dramatis("resolve", "--json", environ=environment(settings))

    assert result.returncode == 0
    report = json.loads(result.stdout)
    assert report["counts"]["created"] == report["entities"] == 2
    assert "compare" in result.stderr
    assert "{" not in result.stderr


def test_without_json_a_table_stands_on_stdout(settings: Settings, graph: Graph) -> None:
    stored(graph, edition(record("1", "Ri Chang Ho"), record("2", "Pak Jong Chon")))

    result = dramatis("resolve", environ=environment(settings))

    assert result.returncode == 0
    assert ["created", "2"] in [line.split() for line in result.stdout.splitlines()]


def test_a_source_that_is_known_keeps_its_name_when_a_file_is_read_by_itself(
    settings: Settings, graph: Graph, tmp_path: Path
) -> None:
    stored(graph, edition(record("1", "Ri Chang Ho")))
    path = tmp_path / "more.jsonl"
    path.write_text('{"record_id": "2", "names": [{"value": "Pak Jong Chon"}]}\n', "utf-8")

    result = dramatis(
        "ingest", "mentions", str(path), "--source", "list", environ=environment(settings)
    )

    assert result.returncode == 0, result.stderr
    assert graph.read("MATCH (s:Source) RETURN s.id AS id, s.name AS name, s.publisher AS by") == [
        {"id": "list", "name": "The list", "by": "Somebody"}
    ]


def test_an_output_that_nobody_reads_on_is_no_defect(apart: dict[str, str]) -> None:
    words = ("ingest", "--catalogue", str(DEMO), "--dry-run", "--json")
    reading, writing = os.pipe()
    os.close(reading)

    with subprocess.Popen(
        [PROGRAM, *words], env=apart, stdout=writing, stderr=subprocess.PIPE, text=True
    ) as process:
        os.close(writing)
        _, said = process.communicate(timeout=60)

    assert said == "read: 7\n"  # its progress, and no complaint


def test_the_embedded_database_is_started_shown_and_stopped(
    apart: dict[str, str], tmp_path: Path
) -> None:
    home = tmp_path / "home"
    try:
        before = json.loads(dramatis("db", "status", "--json", environ=apart).stdout)
        started = json.loads(dramatis("db", "start", "--json", environ=apart).stdout)
        again = json.loads(dramatis("db", "start", "--json", environ=apart).stdout)
        shown = dramatis("db", "status", environ=apart)
        stopped = json.loads(dramatis("db", "stop", "--json", environ=apart).stdout)
    finally:
        EmbeddedNeo4j(home, Settings().cache).stop()

    assert not before["is_running"]
    assert started["is_running"]
    assert again["process_id"] == started["process_id"]
    assert started["uri"] in shown.stdout
    assert not stopped["is_running"]


def test_the_embedded_database_is_not_managed_where_another_is_named(
    apart: dict[str, str],
) -> None:
    result = dramatis("db", "stop", environ=apart | {"NEO4J_URI": NOWHERE, "NEO4J_PASSWORD": "x"})

    assert_one_sentence(result, "NEO4J_URI")


def test_a_reset_that_is_declined_says_that_nothing_was_removed(tmp_path: Path) -> None:
    environ = environment(DRAMATIS_HOME=str(tmp_path / "home"))

    declined = subprocess.run(
        [PROGRAM, "db", "reset"], env=environ, input="n\n", capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip

    assert declined.returncode == 1
    assert declined.stderr.splitlines()[-1:] == ["Nothing was removed."]


def test_resolving_an_empty_graph_says_what_to_do_first(settings: Settings) -> None:
    told = dramatis("resolve", environ=environment(settings))

    assert told.returncode == 0
    assert "nothing to resolve yet: read a source first, with `dramatis ingest`" in told.stdout
