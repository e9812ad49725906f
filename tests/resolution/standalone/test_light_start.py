"""Half of a short run is its start: it must not wait for what only other commands use."""

import subprocess
import sys

OF_OTHER_COMMANDS = {
    "dedupe",
    "lxml",
    "neo4j",
    "pyarrow.parquet",
    "resolution.comparison",
    "resolution.explanation",
    "resolution.sources",
    "resolution.standalone.mentions",
    "scipy.linalg",
    "sklearn",
    "strawberry",
}
LOADED = f"""
import sys
from resolution.standalone import models, reporting, running
print(sorted({OF_OTHER_COMMANDS!r} & sys.modules.keys()))
"""


def test_a_run_over_plain_tables_waits_for_nothing_that_only_other_commands_use() -> None:
    told = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )

    assert told.stdout == "[]\n"
