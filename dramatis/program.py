"""All commands as one program: words of a command line in, an exit status out.

Results go to stdout (`--json` for programs), progress to stderr. Exit 0, 1 (failed, with one clear
sentence), 2 (usage).
"""

from __future__ import annotations

import gc
import logging
import sys

import click

from actors.errors import DramatisError
from actors.interruption import hear_interrupts, is_interrupt
from actors.printable import printable
from dramatis.database import db
from dramatis.dedupe.group import dedupe
from dramatis.filling import ingest, resolve
from dramatis.judgements import judgements
from dramatis.learning import label, train
from dramatis.reviewing import evaluate, explain
from dramatis.serving import demo, serve

COMMANDS: tuple[click.Command, ...] = (
    demo, ingest, resolve, serve, db, explain, judgements, label, train, evaluate, dedupe,
)  # fmt: skip

_OBJECTS_BETWEEN_COLLECTIONS = 50_000
"""Imports make hundreds of thousands of objects, which stay. Looking through them for garbage as
often as Python does by itself, each 700, took a fifteenth of a short run."""


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    commands={str(command.name): command for command in COMMANDS},
)
@click.version_option(package_name="dramatis-personae")
def cli() -> None:
    """Who is who: resolve the actors of lists and articles, and serve them over GraphQL."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")


def main() -> None:
    """Run the command; an error we can explain is one sentence and exit status 1."""
    # Asked to end, a command leaves as after Ctrl-C: its run cancelled, its Neo4j stopped.
    hear_interrupts()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    try:
        cli(prog_name="dramatis", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt, RuntimeError) as error:
        if not isinstance(error, click.Abort) and not is_interrupt(error):
            raise
        sys.stderr.write("Interrupted.\n")
        sys.exit(1)
    except DramatisError as error:
        sys.stderr.write(f"{printable(str(error))}\n")
        sys.exit(1)
    except ExceptionGroup as group:
        # Several mistakes found together, as in a catalogue; anything else is a defect of ours.
        explained, others = group.split(DramatisError)
        if others or not explained:
            raise
        sys.stderr.writelines(f"{printable(str(error))}\n" for error in explained.exceptions)
        sys.exit(1)
