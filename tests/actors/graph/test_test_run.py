"""The test run's own server: what tests/conftest.py promises."""

import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

pytestmark = pytest.mark.neo4j


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_test_run_leaves_no_server(
    number: signal.Signals, tmp_path: Path, project_root: Path
) -> None:
    test = project_root / "tests" / "actors" / "graph" / "test_schema.py"
    run = subprocess.Popen(
        [sys.executable, "-m", "pytest", str(test), f"--basetemp={tmp_path / 'run'}"],
        cwd=project_root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    while not servers_below(tmp_path):
        assert run.poll() is None

    run.send_signal(number)
    output, _ = run.communicate()

    assert b"KeyboardInterrupt" in output
    assert servers_below(tmp_path) == []


def servers_below(folder: Path) -> list[int]:
    return [
        process.pid
        for process in psutil.process_iter(["cmdline"])
        if any(part.startswith(f"@{folder}") for part in process.info["cmdline"] or ())
        and process.status() != psutil.STATUS_ZOMBIE
    ]
