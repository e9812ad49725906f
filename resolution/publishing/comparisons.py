"""The comparisons worth keeping, into the graph: pairs that merged and pairs worth a look."""

from collections.abc import Mapping, Sequence

from actors.graph import Graph
from actors.progress import Progress
from actors.records import MentionId
from resolution.publishing.stored import StoredPair
from resolution.runs.lease import Lease

BATCH_PAIRS = 2000

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
    graph: Graph,
    lease: Lease,
    before: Sequence[StoredPair],
    after: Sequence[StoredPair],
    progress: Progress,
) -> None:
    """Write the pairs that differ from what is stored and remove those no longer kept."""
    stored, wanted = _by_ends(before), _by_ends(after)
    removed = [pair for ends, pair in stored.items() if ends not in wanted]
    written = [pair for ends, pair in wanted.items() if stored.get(ends) != pair]
    progress.stage("comparisons", len(removed) + len(written))
    for statement, pairs in ((REMOVE_PAIRS, removed), (UPSERT_PAIRS, written)):
        for first in range(0, len(pairs), BATCH_PAIRS):
            batch = pairs[first : first + BATCH_PAIRS]
            rows = [
                {
                    "left": pair.left,
                    "right": pair.right,
                    "score": pair.score,
                    "joins": pair.joins,
                    "rules": list(pair.rules),
                }
                for pair in batch
            ]
            with graph.transaction() as transaction:
                lease.prove(transaction)
                transaction.run(statement, rows=rows)
            progress.advance(len(batch))


def _by_ends(pairs: Sequence[StoredPair]) -> Mapping[tuple[MentionId, MentionId], StoredPair]:
    return {(pair.left, pair.right): pair for pair in pairs}
