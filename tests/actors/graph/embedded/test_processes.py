"""Processes that outlive their beginner: none is begun that cannot be found again."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from actors.graph.embedded import processes


@contextmanager
def told_of_signals() -> Iterator[int]:
    """Give the end of a pipe that has a byte as soon as any thread has taken a signal."""
    told, telling = os.pipe()
    os.set_blocking(telling, False)
    before = signal.set_wakeup_fd(telling)
    try:
        yield told
    finally:
        signal.set_wakeup_fd(before)
        os.close(told)
        os.close(telling)


def test_an_interrupt_that_another_thread_takes_waits_until_the_process_is_on_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "mark"
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    spawn = os.posix_spawn

    def spawn_and_interrupt(*arguments: Any, **options: Any) -> int:
        process_id = spawn(*arguments, **options)
        with told_of_signals() as told:
            assert other.ident is not None
            signal.pthread_kill(other.ident, signal.SIGINT)
            os.read(told, 1)  # the other thread takes it when the machine lets it
        return process_id

    monkeypatch.setattr(processes.os, "posix_spawn", spawn_and_interrupt)
    command = [sys.executable, "-c", "import time; time.sleep(600)", str(mark)]
    try:
        with pytest.raises(KeyboardInterrupt):
            processes.begin(command, tmp_path / "output", tmp_path / "record")
    finally:
        over.set()
        other.join()

    begun = processes.running(tmp_path / "record", str(mark))
    assert begun is not None
    processes.end(begun, grace_seconds=0)
    assert processes.has_ended(begun)
