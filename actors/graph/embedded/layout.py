"""Where the files of one embedded Neo4j lie, below a home; homes share only the cache."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from actors.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Layout:
    """Paths below `home/neo4j`, a folder that only its owner enters."""

    folder: Path

    @classmethod
    def below(cls, home: Path) -> "Layout":
        """Return the layout of a home, made absolute: the server does not start in our folder."""
        with _usable(home):
            layout = cls(home.expanduser().absolute() / "neo4j")
            with suppress(FileNotFoundError):  # not made yet; anything else stays in the way
                layout.folder.stat()
            return layout

    @property
    def configuration(self) -> Path:
        """The folder of `neo4j.conf`."""
        return self.folder / "conf"

    @property
    def data(self) -> Path:
        """Everything the database holds: the only folder to back up."""
        return self.folder / "data"

    @property
    def unfinished(self) -> Path:
        """Present from the moment a database is begun until it first answers."""
        return self.data / "unfinished"

    @property
    def logs(self) -> Path:
        """The server's own logs."""
        return self.folder / "logs"

    @property
    def console(self) -> Path:
        """What the server prints, newest start only."""
        return self.logs / "console.log"

    @property
    def story(self) -> Path:
        """What the server tells people, newest start only; `debug.log` beside it keeps all."""
        return self.logs / "neo4j.log"

    @property
    def arguments(self) -> Path:
        """The command line of the server; its path also tells our process from any other."""
        return self.folder / "run" / "arguments"

    @property
    def process(self) -> Path:
        """The running server's process id."""
        return self.folder / "run" / "pid"

    @property
    def trainer(self) -> Path:
        """The process id of what makes the startup cache."""
        return self.folder / "run" / "trainer"

    @property
    def kept(self) -> Path:
        """Holds the process id of a server that `db start` asked to stay."""
        return self.folder / "run" / "kept"

    @property
    def port(self) -> Path:
        """The port chosen at the first start."""
        return self.folder / "port"

    @property
    def password(self) -> Path:
        """The minted password, readable by its owner only."""
        return self.folder / "password"

    @property
    def change_lock(self) -> Path:
        """Held by whoever starts or stops the server."""
        return self.folder / "run" / "change.lock"

    @property
    def use_lock(self) -> Path:
        """Held, beside others, by every command that uses the server."""
        return self.folder / "run" / "use.lock"

    def make(self) -> None:
        """Make the folders."""
        with _usable(self.folder.parent):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for folder in (self.configuration, self.data, self.logs, self.arguments.parent):
                folder.mkdir(exist_ok=True)


@contextmanager
def _usable(home: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as error:  # RuntimeError: `~` of a user who is not there
        reason = error.strerror if isinstance(error, OSError) else error
        message = f"DRAMATIS_HOME={home} cannot be used ({reason}): name a folder you can write to"
        raise SettingsError(message) from error
