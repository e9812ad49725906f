"""How much a run does again, by how the runs before it ended.

With another model or another engine than the last run's, every score could change. After a run that
failed midway nobody knows how far it came, so the next decides on everything.
"""

from dataclasses import dataclass

from actors.graph import Graph
from actors.records import RunStatus

EARLIER_RUNS = """
MATCH (run:Run)
WHERE NOT run.id = $own
RETURN run.status AS status, run.model AS model, run.engine AS engine
ORDER BY run.startedAt DESC
"""


@dataclass(frozen=True, slots=True)
class Scope:
    """How much a run does again."""

    is_whole: bool
    """It decides on everything."""
    because: str
    """Why it compares everything; empty where it does not."""

    @property
    def is_full(self) -> bool:
        """Whether it compares everything."""
        return bool(self.because)


def scope_of_run(graph: Graph, model: str, engine: str, own: str, *, full: bool) -> Scope:
    """Return what a run has to do; `own` is its id, `full` whether all of it was asked for."""
    runs = graph.read(EARLIER_RUNS, own=own)
    ended = [run for run in runs if run["status"] == RunStatus.SUCCEEDED]
    because = ""
    if full:
        because = "it was asked for"
    elif not ended:
        because = "no run ended well before"
    elif ended[0]["model"] != model:
        because = "the last run had another model"
    elif ended[0]["engine"] != engine:
        because = "the last run was of another version of Dramatis"
    return Scope(bool(because) or runs[0]["status"] != RunStatus.SUCCEEDED, because)
