"""One run of the engine over a state, measured by stage, and the state that the graph would hold.

Nothing is loaded from a database or stored: what publishing would write becomes the state that the
next run would load.
"""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from actors.progress import Silent
from actors.records import EntityId, EntityKind
from resolution.comparing import compared_pairs
from resolution.designations import decided_on
from resolution.incremental.neighbourhood import Reach, neighbourhood
from resolution.model import Model
from resolution.publishing.rows.designations import designation_row
from resolution.publishing.rows.entities import entity_rows
from resolution.resolving import Resolved, clustered, resolved
from resolution.state import State, StoredDesignation, StoredEntity

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
