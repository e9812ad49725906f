"""The command `dramatis`: joins the three packages and holds no logic of its own.

`program` joins the commands and turns errors into exit statuses; each other module holds one group
of commands, and imports what they use inside them, so that every start is light.
"""

from dramatis.program import cli, main

__all__ = ["cli", "main"]
