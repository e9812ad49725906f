"""The embedded Neo4j's life: started by whoever needs it first, ended by whoever leaves last.

`db start` asks it to stay until `db stop`. A command without it holds a shared lock while it uses
the server; the last one to let go ends the server. The system frees the locks of killed commands,
so no count can go wrong. Ending is a kill: what was committed is in the transaction log, which the
next start reads (five kills of five under load lost nothing), while the server's own farewell
takes ten seconds. `db stop`, which nobody waits for, lets it take leave.
"""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from actors.errors import DatabaseError
from actors.graph.address import Address
from actors.graph.embedded import java, processes, startup_cache
from actors.graph.embedded.configuration import chosen_port, kept_port, write_configuration
from actors.graph.embedded.credentials import USERNAME, password_of, prepare_database
from actors.graph.embedded.jars import VERSION, ensure_jars
from actors.graph.embedded.layout import Layout
from actors.graph.embedded.locks import exclusive, exclusive_if_free, shared
from actors.graph.embedded.readiness import await_answer
from actors.progress import Progress, Silent

_STOP_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """What `db status` shows."""

    is_running: bool
    home: Path
    version: str = VERSION
    uri: str | None = None
    """Where it listens, while it runs."""
    process_id: int | None = None
    stays: bool = False
    """Whether it runs until `db stop`, or only as long as a command uses it."""


class EmbeddedNeo4j:
    """The one server of a home; any number of processes may speak for it at once."""

    def __init__(self, home: Path, cache: Path) -> None:
        self._layout = Layout.below(home)
        self._cache = cache

    def start(self, progress: Progress | None = None) -> ServerStatus:
        """Start the server unless it runs, and ask it to stay."""
        with self._changing():
            process = self._ensure_running(progress or Silent())
            self._layout.kept.write_text(str(process.pid), encoding="ascii")
            return self.status()

    def stop(self) -> ServerStatus:
        """Stop the server; refused while a command uses it."""
        with self._changing_unused("stop"):
            self._end(grace_seconds=_STOP_SECONDS)
            return self.status()

    @property
    def holds_data(self) -> bool:
        """Whether a database was begun here; looks at files, and starts and makes nothing."""
        data = self._layout.data
        return data.is_dir() and not self._layout.unfinished.exists() and any(data.iterdir())

    def status(self) -> ServerStatus:
        """Look, and change nothing."""
        process, port = self._process(), kept_port(self._layout)
        if process is None or port is None:
            return ServerStatus(is_running=False, home=self._layout.folder)
        return ServerStatus(
            is_running=True,
            home=self._layout.folder,
            uri=_uri(port),
            process_id=process.pid,
            stays=self._stays(process),
        )

    def reset(self) -> ServerStatus:
        """Stop the server and remove all data; refused while a command uses it."""
        with self._changing_unused("reset"):
            self._end(grace_seconds=0)
            shutil.rmtree(self._layout.data, ignore_errors=True)
            shutil.rmtree(self._layout.logs, ignore_errors=True)
            return self.status()

    @contextmanager
    def in_use(self, progress: Progress | None = None) -> Iterator[Address]:
        """Give the server's address for the length of a block; the last user ends the server."""
        with self._changing():
            use = shared(self._layout.use_lock)
        try:
            with self._changing():
                self._ensure_running(progress or Silent())
            yield self._address()
        finally:
            with self._changing():
                use.close()
                self._end_if_unused()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        self._layout.make()
        with exclusive(self._layout.change_lock):
            yield

    @contextmanager
    def _changing_unused(self, verb: str) -> Iterator[None]:
        with self._changing(), exclusive_if_free(self._layout.use_lock) as is_unused:
            if not is_unused:
                message = f"A command uses the embedded Neo4j: end it first, then {verb}"
                raise DatabaseError(message)
            yield

    def _ensure_running(self, progress: Progress) -> psutil.Process:
        process = self._process()
        jars = ensure_jars(self._cache, progress)
        if process is None:
            progress.stage("Starting Neo4j")
            process = self._begin(jars)
        else:  # it may still be starting, its starter killed
            await_answer(self._address(), process, self._layout)
        startup_cache.make_in_background(self._layout, self._cache, jars)
        return process

    def _begin(self, jars: Sequence[Path]) -> psutil.Process:
        layout = self._layout
        prepare_database(layout)
        write_configuration(layout, chosen_port(layout))
        address = self._address()
        flags = startup_cache.flags(self._cache, jars)
        layout.story.unlink(missing_ok=True)
        try:
            command = java.command(layout, jars, flags)
            process = processes.begin(command, layout.console, layout.process)
            await_answer(address, process, layout)
            layout.unfinished.unlink(missing_ok=True)
        except BaseException:
            self._end(grace_seconds=0)
            raise
        return process

    def _end_if_unused(self) -> None:
        process = self._process()
        if process is None or self._stays(process):
            return
        with exclusive_if_free(self._layout.use_lock) as is_unused:
            if is_unused:
                self._end(grace_seconds=0)

    def _end(self, *, grace_seconds: float) -> None:
        startup_cache.stop_making(self._layout)
        process = self._process()
        if process is not None:
            processes.end(process, grace_seconds=grace_seconds)
        self._layout.process.unlink(missing_ok=True)
        self._layout.kept.unlink(missing_ok=True)

    def _process(self) -> psutil.Process | None:
        return processes.running(self._layout.process, str(self._layout.arguments))

    def _stays(self, process: psutil.Process) -> bool:
        kept = self._layout.kept
        return kept.exists() and kept.read_text(encoding="ascii") == str(process.pid)

    def _address(self) -> Address:
        port = kept_port(self._layout)
        assert port is not None
        return Address(_uri(port), USERNAME, password_of(self._layout))


def _uri(port: int) -> str:
    return f"bolt://127.0.0.1:{port}"
