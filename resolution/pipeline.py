"""A run, from what is stored to what is published: the one place that knows the order of stages.

A run is incremental unless it is asked, or has, to be full: with another model than the last run's,
every score would change.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter

from actors.graph import Graph, ensure_schema
from actors.progress import Progress
from resolution.clustering import Clustering
from resolution.comparing import ComparedPairs, compared_pairs
from resolution.model import Model, model_version
from resolution.publishing.entities import caption
from resolution.publishing.publish import publish
from resolution.publishing.stored import State, stored_state, with_texts_read
from resolution.resolving import Resolved, clustered, resolved
from resolution.runs import Lease, RunCounts, RunReport, hold_lease
from resolution.texts import read_texts

LAST_MODEL = """
MATCH (run:Run {status: 'SUCCEEDED'})
RETURN run.model AS model
ORDER BY run.startedAt DESC
LIMIT 1
"""


@dataclass(slots=True)
class Work:
    """A run under way: what each stage found, for the stages after it."""

    graph: Graph
    model: Model
    progress: Progress
    is_full: bool
    lease: Lease | None
    """None on a dry run, which stores nothing."""
    texts_read: int = 0
    state: State = field(init=False)
    compared: ComparedPairs = field(init=False)
    clustering: Clustering = field(init=False)
    resolved: Resolved = field(init=False)
    seconds: dict[str, float] = field(default_factory=dict)


def load(work: Work) -> None:
    """Read what the graph holds."""
    work.state = stored_state(work.graph)


def texts(work: Work) -> None:
    """Find the mentions and counts in texts that were not read with the present lists."""
    if work.lease is None:
        return
    work.texts_read = read_texts(work.lease, work.state, work.progress)
    if work.texts_read:
        work.state = with_texts_read(work.state, work.graph)


def compare(work: Work) -> None:
    """Find the pairs that may be one actor, and how likely they are."""
    work.compared = compared_pairs(work.state, work.model, work.progress, full=work.is_full)


def cluster(work: Work) -> None:
    """Put together who is one actor."""
    work.clustering = clustered(work.state, work.compared, work.model)


def derive(work: Work) -> None:
    """Name the entities; derive designations, actions, counts and relations."""
    work.resolved = resolved(work.state, work.compared, work.clustering)
    if work.lease is not None:
        work.lease.counts = _counts(work)


def store(work: Work) -> None:
    """Write what differs into the graph."""
    if work.lease is not None:
        publish(work.lease, work.state, work.resolved, work.progress)


STAGES: tuple[Callable[[Work], None], ...] = (load, texts, compare, cluster, derive, store)


def resolve(
    graph: Graph,
    model: Model,
    progress: Progress,
    *,
    full: bool = False,
    dry_run: bool = False,
) -> RunReport:
    """Merge the mentions of the graph into entities and return what changed.

    Raises RunInProgress while another run holds the lease. A dry run stores nothing and leaves out
    texts that were not read before.
    """
    ensure_schema(graph)
    version = model_version(model)
    is_full = full or graph.read(LAST_MODEL) != [{"model": version}]
    if dry_run:
        return _run(Work(graph, model, progress, is_full, lease=None))
    with hold_lease(graph, version) as lease:
        return _run(Work(graph, model, progress, is_full, lease))


def _run(work: Work) -> RunReport:
    for stage in STAGES:
        started = perf_counter()
        work.progress.stage(stage.__name__)
        stage(work)
        work.seconds[stage.__name__] = perf_counter() - started
    return _report(work)


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
    members = work.resolved.members(work.state)
    largest = max(members.values(), key=len, default=None)
    return RunReport(
        run=work.lease.run if work.lease else "dry run",
        counts=_counts(work),
        is_full=work.is_full,
        changed_mentions=work.compared.changed,
        texts_read=work.texts_read,
        entities=len(members),
        held_apart=work.resolved.held_apart,
        largest=(caption(largest), len(largest)) if largest else None,
        unresolved_relations=work.resolved.unresolved_relations,
        seconds={name: round(seconds, 3) for name, seconds in work.seconds.items()},
    )
