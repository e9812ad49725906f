"""A run, from what is stored to what is published: the one place that knows the order of stages.

A run is incremental unless it is asked, or has, to be full: with another model or another engine
than the last run's, every score could change. It decides on what a change can reach; after a run
that failed midway, on everything, since nobody knows how far that one came.
"""

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from actors.graph import Graph, ensure_schema
from actors.progress import Progress
from actors.records import EntityId, MentionId, RunStatus
from resolution.clustering import Clustering
from resolution.comparing import ComparedPairs, compared_pairs
from resolution.incremental.fingerprint import engine_fingerprint
from resolution.incremental.neighbourhood import Reach, neighbourhood
from resolution.model import Model, model_version
from resolution.publishing.publish import publish
from resolution.publishing.stored import State, stored_state, with_texts_read
from resolution.resolving import Resolved, clustered, resolved
from resolution.runs import Lease, RunCounts, RunReport, hold_lease
from resolution.runs.summary import delisted, held_apart, largest
from resolution.texts import read_texts

EARLIER_RUNS = """
MATCH (run:Run)
WHERE NOT run.id = $own
RETURN run.status AS status, run.model AS model, run.engine AS engine
ORDER BY run.startedAt DESC
"""


@dataclass(frozen=True, slots=True)
class Scope:
    """How much a run does again."""

    is_full: bool
    """It compares everything."""
    is_whole: bool
    """It decides on everything."""
    because: str = ""
    """Why it compares everything; empty where it does not."""


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
    if work.lease is None:
        return
    work.texts_read = read_texts(work.lease, work.state, work.progress)
    if work.texts_read:
        work.state = with_texts_read(work.state, work.graph)


def compare(work: Work) -> None:
    """Find the pairs that may be one actor, and how likely they are."""
    work.compared = compared_pairs(
        work.state, work.model, work.progress, full=work.scope.is_full, folder=work.folder
    )


def cluster(work: Work) -> None:
    """Put together who is one actor, as far as anything has changed."""
    work.reach = neighbourhood(
        work.state, work.compared, work.model.thresholds.merge, whole=work.scope.is_whole
    )
    work.clustering = clustered(work.state, work.reach, work.compared, work.model)


def derive(work: Work) -> None:
    """Name the entities; derive designations, actions, counts and relations."""
    work.resolved = resolved(work.state, work.reach, work.compared, work.clustering)
    if work.lease is not None:
        work.lease.counts = _counts(work)


def store(work: Work) -> None:
    """Write what differs into the graph."""
    if work.lease is not None:
        publish(work.lease, work.reach, work.resolved, work.progress)


STAGES: tuple[Callable[[Work], None], ...] = (load, texts, compare, cluster, derive, store)


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
        scope = _scope(graph, version, engine, "", full=full)
        return _run(Work(graph, model, progress, scope, folder, lease=None))
    with hold_lease(graph, version, engine) as lease:
        scope = _scope(graph, version, engine, lease.run, full=full)
        return _run(Work(graph, model, progress, scope, folder, lease))


def _scope(graph: Graph, model: str, engine: str, own: str, *, full: bool) -> Scope:
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
    is_full = bool(because)
    return Scope(is_full, is_full or runs[0]["status"] != RunStatus.SUCCEEDED, because)


def _run(work: Work) -> RunReport:
    try:
        for stage in STAGES:
            started = perf_counter()
            work.progress.stage(stage.__name__)
            stage(work)
            work.seconds[stage.__name__] = perf_counter() - started
        return _report(work)
    finally:
        gc.unfreeze()


def _counts(work: Work) -> RunCounts:
    kinds = [change.type.value for change in work.resolved.changes]
    return RunCounts(
        mentions=len(work.state.mentions),
        pairs=work.compared.candidates,
        created=kinds.count("CREATED"),
        merged=kinds.count("MERGED"),
        split=kinds.count("SPLIT"),
    )


def _report(work: Work) -> RunReport:
    entities = work.entities
    return RunReport(
        run=work.lease.run if work.lease else "dry run",
        counts=_counts(work),
        is_full=work.scope.is_full,
        full_because=work.scope.because,
        changed_mentions=work.compared.changed,
        reached_mentions=len(work.reach.positions),
        delisted=delisted(work.reach, work.resolved),
        moved_mentions=sum(
            stored.entity not in (None, entities[stored.mention.id])
            for stored in work.reach.state.mentions
        ),
        texts_read=work.texts_read,
        entities=len(set(entities.values())),
        held_apart=held_apart(
            work.state, work.reach, work.resolved, entities, work.model.thresholds.merge
        ),
        largest=largest(work.state, entities),
        unresolved_relations=work.resolved.unresolved_relations,
        seconds={name: round(seconds, 3) for name, seconds in work.seconds.items()},
    )
