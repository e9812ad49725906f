"""Every command that a page shows exists, with the flags it shows."""

import re
import shlex
from pathlib import Path

import click
import pytest

import dramatis

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("demo/*.md")], key=str)
SHELL = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`((?:dramatis|make) [^`]+)`")


def shown(page: Path, program: str) -> list[str]:
    """Return the calls of a program on a page, in shell blocks and between backticks."""
    text = page.read_text(encoding="utf-8")
    lines = [line for block in SHELL.findall(text) for line in block.splitlines()]
    calls = [line.partition("  #")[0].strip() for line in lines] + INLINE.findall(text)
    return [call for call in calls if call.startswith(f"{program} ")]


def calls_of(program: str) -> list[tuple[str, str]]:
    shown_on = {
        call: str(page.relative_to(ROOT)) for page in PAGES for call in shown(page, program)
    }
    return [(page, call) for call, page in shown_on.items()]


def check(call: str) -> None:
    """Raise a click error unless the command line names a command and only options it has."""
    command: click.Command = dramatis.cli
    context = click.Context(command, info_name="dramatis")
    words = shlex.split(call)[1:]
    while isinstance(command, click.Group) and words:
        name = words.pop(0)
        found = command.get_command(context, name)
        if found is None:
            raise click.UsageError(f"no such command: {name}")
        command, context = found, click.Context(found, parent=context, info_name=name)
    if isinstance(command, click.Group):
        return
    given, left_over, _ = command.make_parser(context).parse_args(words)
    if left_over:
        raise click.UsageError(f"too many arguments: {left_over}")
    for parameter in command.params:
        value = given.get(parameter.name or "")
        if isinstance(parameter.type, click.Choice) and isinstance(value, str) and value.islower():
            parameter.type.convert(value, parameter, context)


@pytest.mark.parametrize(("page", "call"), calls_of("dramatis"))
def test_every_command_shown_exists_with_its_flags(page: str, call: str) -> None:
    try:
        check(call)
    except click.UsageError as error:
        pytest.fail(f"{page} shows `{call}`: {error.format_message()}")


@pytest.mark.parametrize("call", ["dramatis fly", "dramatis demo --fast", "dramatis db start now"])
def test_a_command_that_does_not_exist_is_told(call: str) -> None:
    with pytest.raises(click.UsageError):
        check(call)


@pytest.mark.parametrize(("page", "call"), calls_of("make"))
def test_every_make_target_shown_exists(page: str, call: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    assert re.search(rf"^{call.split()[1]}:", makefile, re.MULTILINE), page


def test_every_command_is_described_somewhere() -> None:
    described = {call.split()[1] for _, call in calls_of("dramatis")}

    assert set(dramatis.cli.commands) <= described
