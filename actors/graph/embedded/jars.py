"""Neo4j's jars: fetched once for all homes, checked against the list beside this module.

`jars.csv` pins every jar and its SHA-256, so that what runs is what was tried, and the 350 project
files that lead to the list need not be read again. They come into a folder of their own that is
renamed when all are there: an interrupted download leaves nothing that looks complete.
"""

import csv
import hashlib
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from jgo.maven import MavenContext
from requests import RequestException, Session
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from actors.errors import DatabaseError
from actors.graph.embedded.locks import exclusive
from actors.progress import Progress

VERSION = "2026.08.1"

_CONNECTIONS = 16  # most of a download's time is waiting: 8 s with 16 at a time, 35 s with one
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


def runtime_folder(cache: Path) -> Path:
    """Return the folder of this version of Neo4j, below a cache."""
    return cache.expanduser().absolute() / f"neo4j-{VERSION}"


def ensure_jars(cache: Path, progress: Progress) -> list[Path]:
    """Return the jars in class path order; fetch them where they are not there yet."""
    folder = runtime_folder(cache)
    target = folder / "jars"
    if not target.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with exclusive(folder / "download.lock"):
            if not target.exists():
                _fetch(target, progress)
    return sorted(target.glob("*.jar"))


def _fetch(target: Path, progress: Progress) -> None:
    jars = pinned()
    progress.stage(f"Downloading Neo4j {VERSION}, once", len(jars))
    with _draft_of(target) as draft, Session() as session:
        session.mount("https://", HTTPAdapter(pool_maxsize=_CONNECTIONS, max_retries=_RETRIES))
        with ThreadPoolExecutor(_CONNECTIONS) as threads:
            work = [threads.submit(_fetch_one, session, jar, draft) for jar in jars]
            try:
                for finished in work:
                    finished.result()
                    progress.advance()
            except BaseException:
                threads.shutdown(wait=False, cancel_futures=True)
                raise


def _fetch_one(session: Session, jar: Jar, draft: Path) -> None:
    # jgo knows a registry's address and layout; its own download opens a connection for each file.
    maven = MavenContext()
    component = maven.project(jar.group, jar.artifact).at_version(jar.version)
    name: str = component.artifact(jar.classifier).filename
    (registry,) = maven.remote_repos.values()
    try:
        response = session.get(f"{registry}/{component.path_prefix.as_posix()}/{name}", timeout=30)
        response.raise_for_status()
    except RequestException as error:
        raise DatabaseError(_cannot_download(name)) from error
    if hashlib.sha256(response.content).hexdigest() != jar.sha256:
        message = f"{name} came with other content than the pinned one: try again"
        raise DatabaseError(message)
    (draft / name).write_bytes(response.content)


def _cannot_download(name: str) -> str:
    return (
        f"{name} of the embedded Neo4j cannot be downloaded: connect this machine to the network "
        "and try again, or name another Neo4j by NEO4J_URI"
    )


@contextmanager
def _draft_of(target: Path) -> Iterator[Path]:
    draft = target.with_name(f"{target.name}.draft")
    shutil.rmtree(draft, ignore_errors=True)  # of a download that was killed
    draft.mkdir()
    try:
        yield draft
        draft.rename(target)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
