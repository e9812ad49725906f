"""docker-compose.yml held against the Compose specification and the project's real commands."""

import json
import re
import shlex
from importlib.resources import files
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from jsonschema.validators import validator_for

from actors.graph import Graph
from actors.graph.embedded.jars import VERSION
from actors.settings import Settings, variables
from dramatis import cli

OURS = ("service", "ingest", "resolve")
PASSWORD = "${NEO4J_PASSWORD:?"


@pytest.fixture(scope="module")
def compose(project_root: Path) -> dict[str, Any]:
    text = (project_root / "docker-compose.yml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


@pytest.fixture(scope="module")
def services(compose: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = compose["services"]
    return found


def parsed(command: list[str]) -> click.Context:
    """Parse as the entry point would, and run nothing."""
    name, *arguments = command
    return cli.commands[name].make_context(name, arguments)


def test_it_is_what_the_specification_allows(compose: dict[str, Any]) -> None:
    vendored = files("check_jsonschema") / "builtin_schemas" / "vendor" / "compose-spec.json"
    schema = json.loads(vendored.read_text(encoding="utf-8"))

    problems = [error.message for error in validator_for(schema)(schema).iter_errors(compose)]

    assert problems == []


def test_the_specification_catches_a_misspelt_field(compose: dict[str, Any]) -> None:
    vendored = files("check_jsonschema") / "builtin_schemas" / "vendor" / "compose-spec.json"
    schema = json.loads(vendored.read_text(encoding="utf-8"))
    wrong = {**compose, "services": {"service": {"image": "dramatis", "helthcheck": {}}}}

    assert not validator_for(schema)(schema).is_valid(wrong)


def test_every_command_is_one_of_ours(services: dict[str, Any], project_root: Path) -> None:
    # What is mounted is the demonstration's folder, unless the environment says otherwise.
    sources = str(project_root / "demo")
    commands = [
        [part.replace("/sources", sources) for part in services[name]["command"]] for name in OURS
    ]

    assert [parsed(command).info_name for command in commands] == ["serve", "ingest", "resolve"]


@pytest.mark.parametrize("name", OURS)
def test_every_variable_is_one_of_our_settings(services: dict[str, Any], name: str) -> None:
    environment = services[name]["environment"]

    assert set(environment) <= set(variables().values())
    assert Settings.from_environment({**environment, "NEO4J_PASSWORD": "any"}).neo4j_uri


def test_the_service_is_published_and_checked_at_the_port_it_listens_to(
    services: dict[str, Any],
) -> None:
    service = services["service"]
    listens = parsed(service["command"]).params
    port = listens["port"] or Settings().port

    assert listens["host"] == "0.0.0.0"  # inside the container
    assert [published.rpartition(":")[2] for published in service["ports"]] == [str(port)]
    assert f"127.0.0.1:{port}/readyz" in service["healthcheck"]["test"][-1]


def test_nothing_is_published_beyond_this_machine(services: dict[str, Any]) -> None:
    published = [port for service in services.values() for port in service.get("ports", [])]

    assert published
    assert all(port.startswith("127.0.0.1:") for port in published)


def test_every_password_comes_from_the_environment_and_has_no_default(
    project_root: Path, services: dict[str, Any]
) -> None:
    text = (project_root / "docker-compose.yml").read_text(encoding="utf-8")
    given = re.findall(r"(?:NEO4J_AUTH: neo4j/|NEO4J_PASSWORD: )(\S+)", text)

    assert len(given) == 2
    assert all(value.startswith(PASSWORD) for value in given)
    assert all("NEO4J_PASSWORD" in services[name]["environment"] for name in OURS)


def test_nothing_runs_as_root(project_root: Path, services: dict[str, Any]) -> None:
    dockerfile = (project_root / "Dockerfile").read_text(encoding="utf-8")
    [user] = re.findall(r"^USER (\d+):(\d+)$", dockerfile, re.MULTILINE)

    assert "0" not in user
    assert all(services[name]["build"] == "." for name in OURS)
    assert services["neo4j"]["user"] == "7474:7474"  # the image's own user
    assert all(service["cap_drop"] == ["ALL"] for service in services.values())


def test_what_stays_is_restarted_and_checked_and_the_jobs_are_not(services: dict[str, Any]) -> None:
    lasting = {name for name, service in services.items() if "healthcheck" in service}
    jobs = {name for name, service in services.items() if service.get("profiles") == ["job"]}

    assert lasting == {"neo4j", "service"}
    assert jobs == set(services) - lasting
    assert lasting == {name for name, service in services.items() if "restart" in service}


def test_neo4j_is_the_version_that_tests_run_against(services: dict[str, Any]) -> None:
    assert services["neo4j"]["image"] == f"neo4j:{VERSION}-community"


def test_every_setting_of_neo4j_is_one_it_knows(services: dict[str, Any], graph: Graph) -> None:
    known = {row["name"] for row in graph.read("SHOW SETTINGS YIELD name RETURN name")}
    given = {
        name.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_")
        for name in services["neo4j"]["environment"]
        if name != "NEO4J_AUTH"
    }

    assert given <= known


def test_neo4js_data_are_in_a_volume(compose: dict[str, Any]) -> None:
    mounted = dict(volume.split(":") for volume in compose["services"]["neo4j"]["volumes"])

    assert mounted == {"neo4j-data": "/data", "neo4j-logs": "/logs"}
    assert set(mounted) == set(compose["volumes"])


def test_the_health_check_of_neo4j_shows_no_password_on_a_command_line(
    services: dict[str, Any],
) -> None:
    kind, line = services["neo4j"]["healthcheck"]["test"]
    words = shlex.split(line)

    assert kind == "CMD-SHELL"
    assert words[words.index("cypher-shell") + 1 :] == []
