"""Stages of a run: told to whoever watches, and what each has cost."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from actors.progress import Progress


@dataclass(slots=True)
class Stages:
    """Tells stages as they begin, and measures their CPU time."""

    progress: Progress
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[None]:
        """Count what a block costs as that stage's."""
        self.progress.stage(name, total)
        begun = time.process_time()
        yield
        self.seconds[name] = time.process_time() - begun
