"""The graph for commands and the resolver: statements in, rows out, one after another.

A row is a dict of what the statement returns. Statements return maps and plain values rather than
nodes, so that no type of the driver leaves this package. Each call is one transaction, repeated by
the driver when the server asks for it (a deadlock, a restart): writes must be safe to repeat.

Ctrl-C stops a statement on the server at once, even one that waits for another's lock. Every
transaction carries a mark, by which it is found there.
"""

import secrets
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any, TypeVar

from neo4j import Driver, GraphDatabase, ManagedTransaction, Session, unit_of_work
from neo4j import Transaction as DriverTransaction
from neo4j.exceptions import DriverError, Neo4jError

from actors.errors import DatabaseError
from actors.graph.address import Address
from actors.graph.aside import aside
from actors.graph.driver import CONFIGURATION, opening, stopped_for_good, translated
from actors.graph.place import address_of
from actors.progress import Progress, Silent
from actors.settings import Settings

Row = dict[str, Any]
Result = TypeVar("Result")

MARK = "dramatis"

TERMINATE_MARKED = f"""
SHOW TRANSACTIONS YIELD transactionId AS id, metaData
WHERE metaData.{MARK} = $mark
TERMINATE TRANSACTIONS id YIELD message
RETURN message
"""


class Transaction:
    """Statements that are stored together or not at all."""

    def __init__(
        self,
        transaction: DriverTransaction | ManagedTransaction,
        address: Address,
        stop: Callable[[], None],
    ) -> None:
        self._transaction = transaction
        self._address = address
        self._stop = stop

    def run(self, statement: str, **parameters: object) -> list[Row]:
        """Run one statement and return its rows."""
        with translated(self._address):
            return aside(partial(_rows, self._transaction, statement, parameters), self._stop)


class Graph:
    """A connected Neo4j."""

    def __init__(self, driver: Driver, address: Address) -> None:
        self._driver = driver
        self._address = address

    @property
    def uri(self) -> str:
        """Where it is, for whoever wonders which graph answered."""
        return self._address.uri

    def read(self, statement: str, **parameters: object) -> list[Row]:
        """Run a statement that changes nothing; the server refuses one that would."""
        with translated(self._address):
            return self._managed(
                Session.execute_read, lambda one, _: _rows(one, statement, parameters)
            )

    def write(self, statement: str, **parameters: object) -> list[Row]:
        """Run a statement in a transaction of its own."""
        with translated(self._address):
            return self._managed(
                Session.execute_write, lambda one, _: _rows(one, statement, parameters)
            )

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Give a transaction that is committed at the end of the block, rolled back on an error."""
        mark = secrets.token_hex(8)
        stop = partial(self._terminate, mark)
        session = self._driver.session(database=self._address.database)
        begin = partial(session.begin_transaction, metadata={MARK: mark})
        try:
            with translated(self._address):
                transaction = aside(begin, stop)
            yield Transaction(transaction, self._address, stop)
            with translated(self._address):
                aside(transaction.commit, stop)
        finally:
            aside(session.close, stop)

    def together(self, work: Callable[[Transaction], Result]) -> Result:
        """Store what `work` writes, all of it or nothing; it is repeated when the server asks."""

        def unit(transaction: ManagedTransaction, stop: Callable[[], None]) -> Result:
            try:
                return work(Transaction(transaction, self._address, stop))
            except DatabaseError as error:
                # The driver knows by its own errors what a repetition may cure.
                raise error.__cause__ or error from None

        try:
            return self._managed(Session.execute_write, unit)
        except (Neo4jError, DriverError):
            with translated(self._address):
                raise

    def _managed(
        self,
        execute: Callable[[Session, Callable[[ManagedTransaction], Result]], Result],
        work: Callable[[ManagedTransaction, Callable[[], None]], Result],
    ) -> Result:
        """Do work in a transaction, again when the server asks, and no more once interrupted."""
        mark, is_stopped = secrets.token_hex(8), threading.Event()

        def stop() -> None:
            is_stopped.set()
            self._terminate(mark)

        @unit_of_work(metadata={MARK: mark})
        def unit(transaction: ManagedTransaction) -> Result:
            if is_stopped.is_set():
                raise KeyboardInterrupt
            return work(transaction, stop)

        def within_session() -> Result:
            with self._driver.session(database=self._address.database) as session:
                return execute(session, unit)

        return aside(within_session, stop)

    def _terminate(self, mark: str) -> None:
        """Stop a transaction on the server; where none answers, there is none to stop."""
        with suppress(DatabaseError):
            self.read(TERMINATE_MARKED, mark=mark)


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
            # Reading would try a silent server for half a minute.
            aside(driver.verify_connectivity, lambda: None)
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
