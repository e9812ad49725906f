"""The comparisons worth keeping, into the graph: pairs that merged and pairs worth a look."""

from collections.abc import Mapping, Sequence
from typing import Any

from actors.progress import Progress
from actors.records import MentionId
from resolution.runs.lease import Lease
from resolution.state import StoredPair

UPSERT_PAIRS = """
UNWIND $rows AS row
MATCH (left:Mention {id: row.left})
MATCH (right:Mention {id: row.right})
MERGE (left)-[compared:COMPARED]->(right)
SET compared.score = row.score, compared.joins = row.joins, compared.blockedBy = row.rules
"""

REMOVE_PAIRS = """
UNWIND $rows AS row
MATCH (:Mention {id: row.left})-[compared:COMPARED]->(:Mention {id: row.right})
DELETE compared
"""


def publish_comparisons(
    lease: Lease,
    before: Sequence[StoredPair],
    after: Sequence[StoredPair],
    progress: Progress,
) -> None:
    """Write the pairs that differ from what is stored and remove those no longer kept."""
    stored, wanted = _by_ends(before), _by_ends(after)
    removed = [_row(pair) for ends, pair in stored.items() if ends not in wanted]
    written = [_row(pair) for ends, pair in wanted.items() if stored.get(ends) != pair]
    progress.stage("comparisons", len(removed) + len(written))
    lease.publish_rows(REMOVE_PAIRS, removed, progress)
    lease.publish_rows(UPSERT_PAIRS, written, progress)


def _by_ends(pairs: Sequence[StoredPair]) -> Mapping[tuple[MentionId, MentionId], StoredPair]:
    return {(pair.left, pair.right): pair for pair in pairs}


def _row(pair: StoredPair) -> dict[str, Any]:
    return {
        "left": pair.left,
        "right": pair.right,
        "score": pair.score,
        "joins": pair.joins,
        "rules": list(pair.rules),
    }
