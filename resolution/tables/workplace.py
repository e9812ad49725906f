"""Where a run keeps what it knows, so that it can go on after it was interrupted.

A workplace is a folder named by what it is about: the tables' bytes, the model's text and this
program's version. Pairs are appended as they are scored; a small file that is replaced as a whole
says how far they count. What stands beyond was cut off in the middle and is written over. A run
that ends well removes its workplace; what another left over is only used for the same work.
"""

import fcntl
import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from actors.errors import OutputError, RunError, RunInProgress
from actors.replacing import replaced
from resolution.tables.blocks import Blocks
from resolution.tables.candidates import Candidates
from resolution.tables.model import TableModel, as_json
from resolution.tables.scored import Scored

_COLUMNS: dict[str, np.dtype[Any]] = {
    "left": np.dtype("<i4"),
    "right": np.dtype("<i4"),
    "scores": np.dtype("<f8"),
}


class Workplace:
    """The folder of one run under way."""

    def __init__(self, folder: Path) -> None:
        """Look how far an earlier run came."""
        self._folder = folder
        self._done = folder / "done.json"
        self._candidates = folder / "candidates.npz"
        done = json.loads(self._done.read_text()) if self._done.exists() else {}
        self.next_record: int = done.get("next_record", 0)
        self._pairs: int = done.get("pairs", 0)

    @property
    def candidates(self) -> Candidates | None:
        """What blocking found, if an earlier run came so far."""
        if not self._candidates.exists():
            return None
        with np.load(self._candidates, allow_pickle=False) as kept:
            crowded = tuple(kept["crowded"].tolist())
            blocks = Blocks(kept["begins"], kept["records"], kept["rules"], crowded)
            second_begins = next(iter(kept["second"].astype(int).tolist()), None)
            size, brought, count = kept["figures"].tolist()
            codes = kept["codes"]
        return Candidates(size, second_begins, blocks, brought, count, codes)

    def keep_candidates(self, found: Candidates) -> None:
        """Write down what blocking found; pairs of other candidates no longer count."""
        self._done.unlink(missing_ok=True)
        self.next_record, self._pairs = 0, 0
        blocks, second = found.blocks, found.second_begins
        with replaced(self._candidates) as beside, beside.open("wb") as file:
            np.savez(
                file,
                begins=blocks.begins,
                records=blocks.records,
                rules=blocks.rules,
                crowded=blocks.crowded,
                second=[] if second is None else [second],
                codes=found.codes,
                figures=[found.size, found.kept, found.count],
            )

    def add(self, next_record: int, batch: Scored) -> None:
        """Take a batch of scored pairs that ends before a left record."""
        for name, kind in _COLUMNS.items():
            path = self._column(name)
            with (
                _written(path),
                path.open("r+b" if self._pairs else "wb") as column,
            ):
                column.seek(self._pairs * kind.itemsize)
                column.write(getattr(batch, name).astype(kind).tobytes())
        self.next_record, self._pairs = next_record, self._pairs + len(batch)
        with replaced(self._done) as beside:
            beside.write_text(json.dumps({"next_record": next_record, "pairs": self._pairs}))

    def gathered(self) -> Scored:
        """Return all pairs."""
        left, right, scores = (
            np.fromfile(self._column(name), kind, self._pairs) if self._pairs else np.zeros(0, kind)
            for name, kind in _COLUMNS.items()
        )
        return Scored(left, right, scores)

    def _column(self, name: str) -> Path:
        return self._folder / f"{name}.bin"


@contextmanager
def workplace(parent: Path, tables: Sequence[Path], model: TableModel) -> Iterator[Workplace]:
    """Work on these tables with this model; the folder goes when the block ends well."""
    folder = parent / _name(tables, model)
    made = [place for place in (parent, *parent.parents) if not place.exists()]
    with _written(folder):
        folder.mkdir(parents=True, exist_ok=True)
        held = (folder / "lock").open("w")
    with held as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise RunInProgress(
                f"{folder}: another run is at work on the same tables with the same model; "
                "wait for it, or stop it and try again."
            ) from error
        yield Workplace(folder)
        shutil.rmtree(folder)
        _remove_empty(made)


def _remove_empty(folders: Sequence[Path]) -> None:
    """Remove folders, from the innermost, until one holds what another has put there."""
    with suppress(OSError):
        for folder in folders:
            folder.rmdir()


@contextmanager
def _written(path: Path) -> Iterator[None]:
    """Say what a run cannot keep: it would have nothing to go on from."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{path}: what the run goes on from cannot be kept there: "
            f"{error.strerror or error}; make room, or name another folder in DRAMATIS_HOME"
        ) from error


def _name(tables: Sequence[Path], model: TableModel) -> str:
    found = hashlib.blake2b(digest_size=12)
    for said in (version("dramatis-personae"), as_json(model)):
        found.update(hashlib.sha256(said.encode()).digest())
    for path in tables:
        try:
            with path.open("rb") as file:
                found.update(hashlib.file_digest(file, "sha256").digest())
        except OSError as error:
            raise RunError(f"{path}: the table cannot be read: {error}") from error
    return f"dramatis-{found.hexdigest()}"
