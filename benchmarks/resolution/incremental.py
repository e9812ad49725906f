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
import gc
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

from actors.progress import Silent
from actors.records import EntityId, EntityKind, Mention, MentionId, Source, SourceTier, source_id
from resolution.comparing import compared_pairs
from resolution.designations import decided_on
from resolution.incremental.neighbourhood import Reach, neighbourhood
from resolution.ingestion.rows import content_hash
from resolution.model import Model, shipped_model
from resolution.publishing.rows.designations import designation_row
from resolution.publishing.rows.entities import entity_rows
from resolution.resolving import Resolved, clustered, resolved
from resolution.sources import Reading, SourcedReading, read_all, read_catalogue, read_paths
from resolution.state import (
    State,
    StoredDesignation,
    StoredDocument,
    StoredEntity,
    StoredMention,
)

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A run's seconds by stage, and what the graph would hold after it."""

    seconds: dict[str, float]
    state: State
    changed: int
    reached: int

    @property
    def total(self) -> float:
        """CPU seconds of all stages."""
        return sum(self.seconds.values())


def run(state: State, model: Model, folder: Path, *, full: bool) -> Outcome:
    """Run the engine's stages."""
    gc.collect()
    gc.freeze()  # as the pipeline does once it has loaded
    seconds: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], Result]) -> Result:
        began = time.process_time()
        result = work()
        seconds[stage] = time.process_time() - began
        return result

    compared = timed(
        "blocking and comparison",
        lambda: compared_pairs(state, model, Silent(), full=full, folder=folder),
    )
    reach = timed(
        "reach", lambda: neighbourhood(state, compared, model.thresholds.merge, whole=full)
    )
    clustering = timed("clustering", lambda: clustered(state, reach, compared, model))
    found = timed("deriving", lambda: resolved(state, reach, compared, clustering))
    rows = timed(
        "entities",
        lambda: entity_rows(found.members(reach.state), found.decisions.designations, state.tiers),
    )
    return Outcome(
        seconds, _stored(state, reach, found, rows), compared.changed, len(reach.positions)
    )


def _stored(
    state: State, reach: Reach, found: Resolved, rows: dict[EntityId, dict[str, Any]]
) -> State:
    """Return what the next run would load."""
    ids = (stored.mention.id for stored in reach.state.mentions)
    settled = dict(zip(ids, reach.settled, strict=True))
    decided = {(pair.left, pair.right) for pair in reach.state.pairs}
    again = {one.id for one in reach.state.designations}
    action_of = {
        one: action.id for action in found.decisions.actions for one in action.designations
    }
    return replace(
        state,
        mentions=tuple(
            replace(
                stored,
                is_compared=True,
                former=None,
                settled=settled.get(stored.mention.id, stored.settled),
                entity=found.entities.get(stored.mention.id, stored.entity),
                score=found.scores.get(stored.mention.id, stored.score),
            )
            for stored in state.mentions
        ),
        pairs=(
            *(pair for pair in state.pairs if (pair.left, pair.right) not in decided),
            *found.pairs,
        ),
        entities={
            **{key: one for key, one in state.entities.items() if key not in reach.state.entities},
            **{
                key: StoredEntity(
                    row["contentHash"],
                    EntityKind(row["kind"]),
                    row["mentionCount"],
                )
                for key, row in rows.items()
            },
        },
        designations=(
            *(one for one in state.designations if one.id not in again),
            *(
                StoredDesignation(
                    one.id,
                    designation_row(one, action_of.get(one.id))["properties"]["contentHash"],
                    one.entity,
                    one.status,
                    replace(one, evidence=()) if one.announced_on or one.listed_on else None,
                    decided_on(one),
                )
                for one in found.decisions.designations
            ),
        ),
    )


def ingested(state: State | None, readings: Sequence[SourcedReading]) -> State:
    """Return the state with the readings stored, as ingestion does it."""
    known = {one.mention.id: one for one in state.mentions} if state else {}
    documents = dict(state.documents) if state else {}
    tiers = dict(state.tiers) if state else {}
    for sourced in readings:
        document = sourced.reading.document
        documents[document.id] = StoredDocument(document, None)
        tiers[sourced.source.id] = sourced.source.tier
        day = document.published_on or document.retrieved_at.date()
        for mention in sourced.reading.mentions:
            known[mention.id] = _seen(known.get(mention.id), mention, day, len(known) + 1)
    mentions = tuple(sorted(known.values(), key=lambda one: one.sequence))
    if state is None:
        return State(mentions, documents, tiers, {}, (), (), {}, ())
    return replace(state, mentions=mentions, documents=documents, tiers=tiers)


def _seen(known: StoredMention | None, mention: Mention, day: date, number: int) -> StoredMention:
    content = content_hash(mention)
    if known is None:
        return StoredMention(
            mention,
            number,
            day,
            day,
            False,
            None,
            False,
            content,
            None,
            None,
        )
    first, last = min(day, known.first_seen_on), max(day, known.last_seen_on)
    if content == known.content_hash:
        return replace(known, mention=mention, first_seen_on=first, last_seen_on=last)
    former = known.mention if known.is_compared else known.former
    return replace(
        known, mention=mention, first_seen_on=first, last_seen_on=last, content_hash=content,
        is_compared=False, former=former,
    )  # fmt: skip


def parts(
    readings: Sequence[SourcedReading], share: float, seed: int
) -> tuple[list[SourcedReading], list[SourcedReading]]:
    """Split the records of all readings at random: most of them, and the share that comes later."""
    ids = sorted({one.id for sourced in readings for one in sourced.reading.mentions})
    late = set(random.Random(seed).sample(ids, round(len(ids) * share)))  # noqa: S311

    def part(*, is_late: bool) -> list[SourcedReading]:
        return [
            replace(sourced, reading=_with(sourced.reading, late, is_late=is_late))
            for sourced in readings
        ]

    return part(is_late=False), part(is_late=True)


def _with(reading: Reading, late: set[MentionId], *, is_late: bool) -> Reading:
    chosen = tuple(one for one in reading.mentions if (one.id in late) == is_late)
    return replace(reading, mentions=chosen)


def editions(paths: Sequence[Path]) -> list[list[SourcedReading]]:
    """Read editions of the SDN list, a month apart where their files do not say their day."""
    source = Source(source_id("sdn-editions"), "SDN", "OFAC", SourceTier.OFFICIAL_LIST, "us")
    first = date(2021, 1, 1)
    found = []
    for place, path in enumerate(paths):
        day = first + timedelta(days=30 * place)
        [sourced] = read_paths(source, "ofac-sdn", [path], published_on=day)
        document = replace(sourced.reading.document, is_complete=True)
        found.append([replace(sourced, reading=replace(sourced.reading, document=document))])
    return found


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
