"""The graph for commands and the resolver: statements in, rows out, one after another.

A row is a dict of what the statement returns. Statements return maps and plain values rather than
nodes, so that no type of the driver leaves this package. Each call is one transaction, repeated by
the driver when the server asks for it (a deadlock, a restart): writes must be safe to repeat.
"""

from asyncio import CancelledError
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

from neo4j import Driver, GraphDatabase, ManagedTransaction, Session
from neo4j import Transaction as DriverTransaction
from neo4j.exceptions import DriverError, Neo4jError

from actors.errors import DatabaseError
from actors.graph.address import Address
from actors.graph.driver import CONFIGURATION, opening, stopped_for_good, translated
from actors.graph.place import address_of
from actors.progress import Progress, Silent
from actors.settings import Settings

Row = dict[str, Any]
Result = TypeVar("Result")


class Transaction:
    """Statements that are stored together or not at all."""

    def __init__(
        self, transaction: DriverTransaction | ManagedTransaction, address: Address
    ) -> None:
        self._transaction = transaction
        self._address = address

    def run(self, statement: str, **parameters: object) -> list[Row]:
        """Run one statement and return its rows."""
        with translated(self._address):
            return _rows(self._transaction, statement, parameters)


class Graph:
    """A connected Neo4j."""

    def __init__(self, driver: Driver, address: Address) -> None:
        self._driver = driver
        self._address = address

    def read(self, statement: str, **parameters: object) -> list[Row]:
        """Run a statement that changes nothing; the server refuses one that would."""
        with translated(self._address), self._session() as session:
            return session.execute_read(_rows, statement, parameters)

    def write(self, statement: str, **parameters: object) -> list[Row]:
        """Run a statement in a transaction of its own."""
        with translated(self._address), self._session() as session:
            return session.execute_write(_rows, statement, parameters)

    def write_batches(
        self,
        statement: str,
        rows: Iterable[Mapping[str, object]],
        *,
        batch_size: int = 2000,
        progress: Progress | None = None,
    ) -> int:
        """Run a statement that UNWINDs $rows, one transaction a batch; return the row count."""
        watcher = progress or Silent()
        written = 0
        for batch in _batches(rows, batch_size):
            self.write(statement, rows=batch)
            written += len(batch)
            watcher.advance(len(batch))
        return written

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Give a transaction that is committed at the end of the block, rolled back on an error."""
        with self._session() as session:
            with translated(self._address):
                transaction = session.begin_transaction()
            yield Transaction(transaction, self._address)
            with translated(self._address):
                transaction.commit()

    def together(self, work: Callable[[Transaction], Result]) -> Result:
        """Store what `work` writes, all of it or nothing; it is repeated when the server asks."""

        def unit(transaction: ManagedTransaction) -> Result:
            try:
                return work(Transaction(transaction, self._address))
            except DatabaseError as error:
                # The driver knows by its own errors what a repetition may cure.
                raise error.__cause__ or error from None

        with self._session() as session:
            try:
                return session.execute_write(unit)
            except (Neo4jError, DriverError):
                with translated(self._address):
                    raise

    @contextmanager
    def _session(self) -> Iterator[Session]:
        """Give a session; an interrupt of its block drops the connection.

        Closing rolls back, and the server answers that only after the statement under way, which
        may wait for another's lock. A dropped connection stops the statement at once. The driver
        drops it for a CancelledError and for nothing else.
        """
        try:
            with self._driver.session(database=self._address.database) as session:
                try:
                    yield session
                except Exception:
                    raise
                except BaseException as interruption:
                    raise CancelledError from interruption
        except CancelledError as cancelled:
            raise cancelled.__cause__ or cancelled from None


@contextmanager
def connect(settings: Settings, *, progress: Progress | None = None) -> Iterator[Graph]:
    """Open the graph that the settings name, or the embedded one, for the length of a block."""
    with address_of(settings, progress or Silent()) as address, connect_to(address) as graph:
        yield graph


@contextmanager
def connect_to(address: Address) -> Iterator[Graph]:
    """Open the graph at an address; a server that refuses us is told before the block begins."""
    with opening(address):
        driver = GraphDatabase.driver(
            address.uri, auth=(address.username, address.password), **CONFIGURATION
        )
    with driver:
        graph = Graph(driver, address)
        with opening(address), translated(address):
            driver.verify_connectivity()  # reading would try a silent server for half a minute
            graph.read("RETURN 1 AS one")
        yield graph


def _rows(
    transaction: DriverTransaction | ManagedTransaction,
    statement: str,
    parameters: Mapping[str, object],
) -> list[Row]:
    with stopped_for_good():
        result = transaction.run(statement, dict(parameters))
        return [dict(record) for record in result]


def _batches(
    rows: Iterable[Mapping[str, object]], size: int
) -> Iterator[list[Mapping[str, object]]]:
    remaining = iter(rows)
    while batch := list(islice(remaining, size)):
        yield batch
