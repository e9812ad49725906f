"""A run, from what is stored to what is published: the one place that knows the order of stages.

A run decides on what a change can reach. Judgements are read when all pairs are compared; one that
is made later, while the run publishes, sends it back to decide once more with what is then known.
"""

import gc
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter

from actors.graph import Graph, ensure_schema
from actors.progress import Progress
from actors.records import EntityId, MentionId
from resolution.clustering import Clustering
from resolution.comparing import ComparedPairs, compared_pairs
from resolution.incremental.fingerprint import engine_fingerprint
from resolution.incremental.neighbourhood import Reach, neighbourhood
from resolution.model import Model, model_version
from resolution.publishing.meanwhile import JudgedMeanwhile
from resolution.publishing.publish import publish
from resolution.publishing.stored import (
    stored_state,
    with_judgements,
    with_texts_read,
    with_what_was_published,
)
from resolution.resolving import Resolved, clustered, resolved
from resolution.runs import Lease, RunCounts, RunReport, hold_lease
from resolution.runs.scope import Scope, scope_of_run
from resolution.runs.summary import delisted, held_apart, largest, moved
from resolution.state import State
from resolution.texts import read_texts


@dataclass(slots=True)
class Work:
    """A run under way: what each stage found, for the stages after it."""

    graph: Graph
    model: Model
    progress: Progress
    scope: Scope
    folder: Path | None
    """Where blocking keys are kept between runs."""
    lease: Lease | None
    """None on a dry run, which stores nothing."""
    texts_read: int = 0
    before: State = field(init=False)
    """What the graph held before anything was decided."""
    state: State = field(init=False)
    compared: ComparedPairs = field(init=False)
    reach: Reach = field(init=False)
    clustering: Clustering = field(init=False)
    resolved: Resolved = field(init=False)
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def entities(self) -> Mapping[MentionId, EntityId]:
        """The entity of every mention, as this run leaves it."""
        standing = {mention: entity for mention, (entity, _) in self.state.assigned.items()}
        return {**standing, **self.resolved.entities}


def load(work: Work) -> None:
    """Read what the graph holds."""
    work.state = stored_state(work.graph)
    # It stays to the end: the collector of cycles would look through it again and again, which
    # takes as long as all else that a run with few changes does.
    gc.freeze()


def texts(work: Work) -> None:
    """Find the mentions and counts in texts that were not read with the present lists."""
    if work.lease is not None:
        work.texts_read = read_texts(work.lease, work.state, work.progress)
    if work.texts_read:
        work.state = with_texts_read(work.state, work.graph)
    work.before = work.state


def compare(work: Work) -> None:
    """Find the pairs that may be one actor, and how likely they are."""
    work.compared = compared_pairs(
        work.state, work.model, work.progress, full=work.scope.is_full, folder=work.folder
    )
    if work.lease is not None:
        work.lease.counts = replace(work.lease.counts, **_compared(work))


def judgements(work: Work) -> None:
    """Read what people have said by now."""
    work.state = with_judgements(work.state, work.graph)


def published(work: Work) -> None:
    """Read how far publishing came before somebody judged; all is decided anew."""
    work.state = with_what_was_published(work.state, work.graph)
    work.scope = replace(work.scope, is_whole=True)


def cluster(work: Work) -> None:
    """Put together who is one actor, as far as anything has changed."""
    work.reach = neighbourhood(
        work.state, work.compared, work.model.thresholds.merge, whole=work.scope.is_whole
    )
    work.clustering = clustered(work.state, work.reach, work.compared, work.model)


def derive(work: Work) -> None:
    """Name the entities; derive designations, actions, counts and relations."""
    work.resolved = resolved(work.state, work.reach, work.compared, work.clustering)


def store(work: Work) -> None:
    """Write what differs into the graph."""
    if work.lease is not None:
        publish(work.lease, work.state, work.reach, work.resolved, work.progress)


Stage = Callable[[Work], None]

DECIDING: tuple[Stage, ...] = (judgements, cluster, derive, store)
STAGES: tuple[Stage, ...] = (load, texts, compare, *DECIDING)
JUDGED_MEANWHILE: tuple[Stage, ...] = (published, *DECIDING)
"""What follows where somebody judged while the run published."""


def resolve(  # noqa: PLR0913  # each is a word of the command
    graph: Graph,
    model: Model,
    progress: Progress,
    *,
    full: bool = False,
    dry_run: bool = False,
    folder: Path | None = None,
) -> RunReport:
    """Merge the mentions of the graph into entities and return what changed.

    Raises RunInProgress while another run holds the lease. A dry run stores nothing and leaves out
    texts that were not read before. `folder` is where keys are kept for the next run.
    """
    ensure_schema(graph)
    version, engine = model_version(model), engine_fingerprint()
    if dry_run:
        scope = scope_of_run(graph, version, engine, "", full=full)
        return _run(Work(graph, model, progress, scope, folder, lease=None))
    with hold_lease(graph, version, engine) as lease:
        scope = scope_of_run(graph, version, engine, lease.run, full=full)
        return _run(Work(graph, model, progress, scope, folder, lease))


def _run(work: Work) -> RunReport:
    waiting = deque(STAGES)
    try:
        while waiting:
            stage = waiting.popleft()
            started = perf_counter()
            work.progress.stage(stage.__name__)
            try:
                stage(work)
            except JudgedMeanwhile:
                waiting = deque(JUDGED_MEANWHILE)
            spent = work.seconds.get(stage.__name__, 0.0)
            work.seconds[stage.__name__] = spent + perf_counter() - started
        return _report(work)
    finally:
        gc.unfreeze()


def _compared(work: Work) -> dict[str, int]:
    return {"mentions": len(work.state.mentions), "pairs": work.compared.candidates}


def _report(work: Work) -> RunReport:
    entities, lease = work.entities, work.lease
    return RunReport(
        run=lease.run if lease else "dry run",
        counts=lease.counts if lease else RunCounts(**_compared(work)).after(work.resolved.changes),
        is_full=work.scope.is_full,
        full_because=work.scope.because,
        changed_mentions=work.compared.changed,
        reached_mentions=len(work.reach.positions),
        delisted=delisted(work.before, work.resolved),
        moved_mentions=moved(work.before, entities),
        texts_read=work.texts_read,
        entities=len(set(entities.values())),
        held_apart=held_apart(
            work.state, work.reach, work.resolved, entities, work.model.thresholds.merge
        ),
        largest=largest(work.state, entities),
        unresolved_relations=work.resolved.unresolved_relations,
        seconds={name: round(seconds, 3) for name, seconds in work.seconds.items()},
    )
