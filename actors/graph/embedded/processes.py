"""Processes that outlive the command that began them: begun, recognised, ended.

A process id alone proves nothing, since ids are used again: a process is ours when its command line
holds the mark (a path of ours) that it was begun with.
"""

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

import psutil

from actors.interruption import interrupts_held


def begin(command: list[str], output: Path, record: Path) -> psutil.Process:
    """Begin a process in a session of its own, which Ctrl-C does not reach; record its id.

    Signals wait until the id is on record: nothing is ever begun that cannot be found again.
    """
    opened = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        # A mask would hold signals off this thread only: another takes them, and this one raises.
        with interrupts_held():
            process_id = os.posix_spawn(
                command[0],
                command,
                os.environ,
                file_actions=[
                    (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                    (os.POSIX_SPAWN_DUP2, opened, 1),
                    (os.POSIX_SPAWN_DUP2, opened, 2),
                ],
                setsid=True,
                setsigmask=(),
            )
            record.write_text(str(process_id), encoding="ascii")
            return _once_recognisable(psutil.Process(process_id))
    finally:
        os.close(opened)


def _once_recognisable(process: psutil.Process) -> psutil.Process:
    # Linux shows a command line a moment after the program began: `running` would not know it yet.
    with suppress(psutil.NoSuchProcess):  # it ended at once
        while not process.cmdline():
            time.sleep(0.001)
    return process


def running(record: Path, mark: str) -> psutil.Process | None:
    """Return the process whose id the record holds, if it runs and carries the mark."""
    try:
        process = psutil.Process(int(record.read_text(encoding="ascii")))
        is_ours = any(mark in part for part in process.cmdline())
        return process if is_ours and process.status() != psutil.STATUS_ZOMBIE else None
    except (FileNotFoundError, ValueError, psutil.NoSuchProcess, psutil.AccessDenied):
        return None


def has_ended(process: psutil.Process) -> bool:
    """Whether the process is gone, or only waits for its parent to take note."""
    try:
        return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def end(process: psutil.Process, *, grace_seconds: float) -> None:
    """Ask a process and the session it leads to end, and insist when the grace is over."""
    if grace_seconds > 0:
        _signal(process.pid, signal.SIGTERM)
        _await_end(process, grace_seconds)
    _signal(process.pid, signal.SIGKILL)
    _await_end(process, 30)


def _await_end(process: psutil.Process, seconds: float) -> None:
    # Another command's child stays a zombie until that command takes note: no wait would end.
    deadline = time.monotonic() + seconds
    while not has_ended(process) and time.monotonic() < deadline:
        time.sleep(0.02)
    with suppress(psutil.TimeoutExpired):
        process.wait(0)


def _signal(session: int, number: signal.Signals) -> None:
    try:
        os.killpg(session, number)
    except ProcessLookupError:
        return
