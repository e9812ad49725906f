"""What an incremental run costs beside a full one, and whether it comes to the same.

    python benchmarks/resolution/incremental.py CATALOGUE [--share 0.01] [--seed 1]
    python benchmarks/resolution/incremental.py CATALOGUE --editions SDN.csv SDN.csv …

Draws a share of the catalogue's records, resolves all others, adds the drawn ones by an incremental
run, and holds the result against a full run over everything. With `--editions` the records of each
edition after the first are the change: new, changed and taken off. Only the engine is measured, in
CPU seconds of this process: blocking, comparison, clustering, deriving. Nothing is loaded from a
database or stored.
"""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from incremental_changes import editions, ingested, parts
from incremental_runs import Outcome, run

from resolution.model import Model, shipped_model
from resolution.sources import SourcedReading, read_all, read_catalogue
from resolution.state import State


def compare(model: Model, changes: Sequence[Sequence[SourcedReading]]) -> None:
    """Resolve the first part in full and every further one as a change to it."""
    folder = Path(tempfile.mkdtemp())
    state = ingested(None, changes[0])
    outcome = run(state, model, folder, full=True)
    tell("first, in full", outcome)
    for change in changes[1:]:
        state = ingested(outcome.state, change)
        incremental = run(state, model, folder, full=False)
        full = run(state, model, folder, full=True)
        again = run(state, model, folder, full=True)
        tell("incremental", incremental)
        tell("in full", full)
        share = incremental.total / min(full.total, again.total)
        print(f"  the incremental run costs {share:.1%} of the full one")
        difference(incremental.state, full.state)
        outcome = incremental


def tell(what: str, outcome: Outcome) -> None:
    stages = ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in outcome.seconds.items())
    print(
        f"{what}: {outcome.total:.2f} s CPU ({stages}); {len(outcome.state.mentions):,} mentions, "
        f"{outcome.changed:,} changed, {outcome.reached:,} within reach"
    )


def difference(incremental: State, full: State) -> None:
    """Say in how many mentions the two differ, by entity and by anything at all."""
    mentions = list(zip(incremental.mentions, full.mentions, strict=True))
    moved = sum(one.entity != other.entity for one, other in mentions)
    differing = sum(one != other for one, other in mentions)
    same = (
        set(incremental.pairs) == set(full.pairs),
        incremental.entities == full.entities,
        {one.id: one.content_hash for one in incremental.designations}
        == {one.id: one.content_hash for one in full.designations},
    )
    print(
        f"  of {len(mentions):,} mentions {moved:,} in another entity, {differing:,} different in "
        f"anything; pairs, entities, designations equal: {same}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("catalogue", type=Path)
    parser.add_argument("--share", type=float, default=0.01)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--editions", type=Path, nargs="*", default=[])
    given = parser.parse_args()
    model = shipped_model()
    readings = read_all(read_catalogue(given.catalogue))
    if not given.editions:
        compare(model, parts(readings, given.share, given.seed))
        return
    first, *later = editions(given.editions)
    compare(model, [[*readings, *first], *later])


if __name__ == "__main__":
    main()
