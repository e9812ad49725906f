"""Downloads pinned jars: many at a time, each checked before it is written."""

import csv
import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from jgo.maven import MavenContext
from requests import RequestException, Session
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from actors.errors import DatabaseError
from actors.progress import Progress

_CONNECTIONS = 16
_RETRIES = Retry(3, backoff_factor=0.5, status_forcelist=(429, 502, 503, 504))


@dataclass(frozen=True, slots=True)
class Jar:
    """One pinned jar."""

    group: str
    artifact: str
    version: str
    classifier: str
    sha256: str


def pinned() -> list[Jar]:
    """Return the pinned jars, in the order of the list."""
    with files(__package__).joinpath("jars.csv").open(encoding="utf-8") as file:
        return [Jar(**row) for row in csv.DictReader(file)]


def download(jars: Sequence[Jar], folder: Path, progress: Progress) -> None:
    """Fetch jars into a folder; the first that cannot be had ends it with a DatabaseError."""
    with Session() as session, ThreadPoolExecutor(_CONNECTIONS) as threads:
        session.mount("https://", HTTPAdapter(pool_maxsize=_CONNECTIONS, max_retries=_RETRIES))
        work = [threads.submit(_fetch, session, jar, folder) for jar in jars]
        try:
            for finished in work:
                finished.result()
                progress.advance()
        except BaseException:
            threads.shutdown(wait=False, cancel_futures=True)
            raise


def _fetch(session: Session, jar: Jar, folder: Path) -> None:
    # jgo knows a registry's address and layout; its own download opens a connection for each file.
    maven = MavenContext()
    component = maven.project(jar.group, jar.artifact).at_version(jar.version)
    name: str = component.artifact(jar.classifier).filename
    (registry,) = maven.remote_repos.values()
    try:
        response = session.get(f"{registry}/{component.path_prefix.as_posix()}/{name}", timeout=30)
        response.raise_for_status()
    except RequestException as error:
        message = (
            f"{name} of the embedded Neo4j cannot be downloaded: connect this machine to the "
            "network and try again, or name another Neo4j by NEO4J_URI"
        )
        raise DatabaseError(message) from error
    if hashlib.sha256(response.content).hexdigest() != jar.sha256:
        message = f"{name} came with other content than the pinned one: try again"
        raise DatabaseError(message)
    (folder / name).write_bytes(response.content)
