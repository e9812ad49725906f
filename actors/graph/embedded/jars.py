"""Neo4j's jars: fetched once for all homes, checked against the list beside this module.

`jars.csv` pins every jar and its SHA-256, so that what runs is what was tried, and the 350 project
files that lead to the list need not be read again: 3 s instead of 45. The jars come into a folder
that is renamed when all are there: an interrupted download leaves nothing that looks complete.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from actors.graph.embedded.locks import exclusive
from actors.progress import Progress

VERSION = "2026.08.1"


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
    from actors.graph.embedded.download import download, pinned  # noqa: PLC0415  # 0.1 s, seldom needed

    jars = pinned()
    progress.stage(f"Downloading Neo4j {VERSION}, once", len(jars))
    with _draft_of(target) as draft:
        download(jars, draft, progress)


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
