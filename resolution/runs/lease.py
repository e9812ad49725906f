"""The lease: the right to publish, proven in every transaction that does.

A run that was thought dead cannot write beside its successor. The proof is a transaction's last
statement and not its first, since it locks the lease, and a transaction that waits for an ingestion
must not keep the heartbeat waiting too. See `holding` for how a lease is taken and lapses.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from actors.errors import RunError
from actors.graph import Graph, Transaction
from actors.progress import Progress
from resolution.runs.report import RunCounts

BATCH_ROWS = 2000

BEAT = """
MATCH (lease:Lease {id: 'resolution', runId: $run})
SET lease.heartbeatAt = timestamp()
RETURN lease.id AS lease
"""


@dataclass(slots=True)
class Lease:
    """The right to publish, while it lasts."""

    graph: Graph
    run: str
    counts: RunCounts = field(default_factory=RunCounts)
    """What the run did so far; written to its node at the end, however it ends."""

    def publish(self, work: Callable[[Transaction], None]) -> None:
        """Store what `work` writes, all of it or nothing; RunError once another run took over."""

        def proven(transaction: Transaction) -> None:
            work(transaction)
            self._prove(transaction)

        self.graph.together(proven)

    def publish_rows(
        self,
        statement: str,
        rows: Sequence[Any],
        progress: Progress | None = None,
        *,
        batch_rows: int = BATCH_ROWS,
    ) -> None:
        """Run a statement that UNWINDs $rows, one transaction a batch."""
        for first in range(0, len(rows), batch_rows):
            batch = rows[first : first + batch_rows]

            def write(transaction: Transaction, batch: Sequence[Any] = batch) -> None:
                transaction.run(statement, rows=batch)

            self.publish(write)
            if progress is not None:
                progress.advance(len(batch))

    def beat(self) -> None:
        """Say that the run is alive."""
        self.graph.write(BEAT, run=self.run)

    def _prove(self, transaction: Transaction) -> None:
        if not transaction.run(BEAT, run=self.run):
            message = f"Run {self.run} lost its lease to another run and stopped; nothing is lost."
            raise RunError(message)
