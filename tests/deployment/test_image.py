"""The Dockerfile held against the files and commands it names; nothing is built here."""

import re
import tomllib
from pathlib import Path

import pytest

from actors.settings import Settings
from dramatis import cli


@pytest.fixture(scope="module")
def dockerfile(project_root: Path) -> str:
    return (project_root / "Dockerfile").read_text(encoding="utf-8")


def test_every_file_that_is_copied_is_there_and_not_ignored(
    dockerfile: str, project_root: Path
) -> None:
    ignored = (project_root / ".dockerignore").read_text(encoding="utf-8").splitlines()
    copied = {
        source
        for line in re.findall(r"^COPY (?!--from)(.+)$", dockerfile, re.MULTILINE)
        for source in line.split()[:-1]
    }

    assert copied
    assert {source for source in copied if not (project_root / source).exists()} == set()
    assert {source.split("/")[0] for source in copied} <= {
        line.removeprefix("!") for line in ignored if line.startswith("!")
    }


def test_every_package_of_the_distribution_is_copied(dockerfile: str, project_root: Path) -> None:
    project = tomllib.loads((project_root / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = project["tool"]["setuptools"]["packages"]["find"]["include"]

    for package in (pattern.rstrip("*") for pattern in patterns):
        assert f"COPY {package} ./{package}\n" in dockerfile


def test_it_starts_with_one_of_our_commands(dockerfile: str, project_root: Path) -> None:
    [entry] = re.findall(r'^ENTRYPOINT \["(\w+)"\]$', dockerfile, re.MULTILINE)
    [words] = re.findall(r"^CMD \[(.+)\]$", dockerfile, re.MULTILINE)
    name, *arguments = (word.strip(' "') for word in words.split(","))
    project = tomllib.loads((project_root / "pyproject.toml").read_text(encoding="utf-8"))

    assert entry in project["project"]["scripts"]
    assert cli.commands[name].make_context(name, arguments).params["host"] == "0.0.0.0"
    assert f"EXPOSE {Settings().port}\n" in dockerfile


def test_its_python_is_one_the_project_supports(dockerfile: str, project_root: Path) -> None:
    project = tomllib.loads((project_root / "pyproject.toml").read_text(encoding="utf-8"))
    least = project["project"]["requires-python"].removeprefix(">=")

    versions = set(re.findall(r"^FROM python:([\d.]+)", dockerfile, re.MULTILINE))

    assert versions == {least}


def test_every_package_is_compiled_since_no_process_of_the_image_writes_bytecode(
    dockerfile: str,
) -> None:
    [compiled] = re.findall(r"^RUN python -m compileall (.+)$", dockerfile, re.MULTILINE)
    copied = re.findall(r"^COPY (\w+) \./\1$", dockerfile, re.MULTILINE)

    assert "PYTHONDONTWRITEBYTECODE=1" in dockerfile
    assert copied
    assert set(copied) <= set(compiled.split())
