"""`dramatis dedupe` called within this process, to be quick."""

from pathlib import Path

from click.testing import CliRunner, Result

import dramatis

DEMO = Path(__file__).parents[2] / "demo" / "members"


def dedupe(*arguments: object) -> Result:
    """Call the command and return what it printed, or raise what it raised."""
    words = ["dedupe", *map(str, arguments)]
    return CliRunner().invoke(dramatis.cli, words, catch_exceptions=False)
