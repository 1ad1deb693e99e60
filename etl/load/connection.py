"""One connection to a graph store: the official driver behind four verbs, read, stream, write and schema."""

import logging
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Self

from neo4j import READ_ACCESS, Driver, GraphDatabase, ManagedTransaction, NotificationMinimumSeverity, Record, Session
from neo4j.exceptions import ClientError

from etl.load import capabilities as engines
from etl.load.capabilities import Capabilities
from etl.load.failures import mapped, overtaken
from etl.load.server import Server
from etl.load.values import plain

# A retried transaction is no news for a terminal; an application that configures logging still hears of it.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

ATTEMPTS = 8
FIRST_PAUSE = 0.02  # seconds; doubled after each attempt, half of it left to chance
CONNECT_SECONDS = 15.0
INDEX_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to one statement: its columns in order (see Capabilities.empty_columns), a dictionary of plain values a row."""

    columns: tuple[str, ...]
    rows: list[dict[str, Any]]


class Connection:
    """An open driver and what the engine behind it can do; close it, or use it in a `with` block.

    Every method raises StoreUnreachable when nothing answers and StoreError when the store refuses.
    """

    def __init__(self, server: Server, driver: Driver, capabilities: Capabilities) -> None:
        self.server = server
        self.capabilities = capabilities
        self._driver = driver

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the sockets back; a second call does nothing."""
        self._driver.close()

    def read(self, cypher: str, /, **parameters: Any) -> Result:
        """Run one reading statement in a managed transaction and return its whole answer."""
        with mapped(self.server), self._session(default_access_mode=READ_ACCESS) as session:
            return session.execute_read(_answer, cypher, parameters)

    def stream(self, cypher: str, /, **parameters: Any) -> Iterator[dict[str, Any]]:
        """Yield the rows of one reading statement as they arrive; the transaction ends with the iteration."""
        with mapped(self.server), self._session(default_access_mode=READ_ACCESS) as session, session.begin_transaction() as tx:
            yield from map(_row, tx.run(cypher, parameters))

    def write[T](self, work: Callable[[ManagedTransaction], T]) -> T:
        """Run `work` in one writing transaction and return what it returns.

        `work` is called again after a transient failure, or where another client was quicker, so it must have no effect
        outside its transaction.
        """
        with mapped(self.server):
            for attempt in range(ATTEMPTS - 1):
                try:
                    return self._write_once(work)
                except ClientError as failure:
                    if not overtaken(failure):
                        raise
                    time.sleep(FIRST_PAUSE * 2**attempt * random.uniform(0.5, 1.0))
            return self._write_once(work)

    def schema(self, cypher: str, /) -> None:
        """Run one schema statement on its own, and wait until an index it creates answers."""
        with mapped(self.server), self._session() as session:
            session.run(cypher).consume()
            if self.capabilities.background_indexes:
                session.run("CALL db.awaitIndexes($seconds)", seconds=INDEX_SECONDS).consume()

    def _write_once[T](self, work: Callable[[ManagedTransaction], T]) -> T:
        with self._session() as session:
            return session.execute_write(work)

    def _session(self, **options: Any) -> Session:
        return self._driver.session(database=self.server.database, **options)


def connect(server: Server) -> Connection:
    """Open a connection to `server` and find out which engine answers.

    Raises StoreUnreachable when nothing does, StoreError when it refuses the user or is an engine Entente cannot use.
    """
    with mapped(server):
        driver = GraphDatabase.driver(
            server.uri,
            auth=(server.username, server.password) if server.password else None,
            connection_timeout=CONNECT_SECONDS,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            telemetry_disabled=True,
            user_agent="entente",
        )
        try:
            with driver.session(database=server.database) as session:
                agent = session.run("RETURN 1").consume().server.agent
            return Connection(server, driver, engines.of(agent))
        except BaseException:
            driver.close()
            raise


def _answer(tx: ManagedTransaction, cypher: str, parameters: dict[str, Any]) -> Result:
    answer = tx.run(cypher, parameters)
    return Result(tuple(answer.keys()), [_row(record) for record in answer])


def _row(record: Record) -> dict[str, Any]:
    return {name: plain(record[name]) for name in record.keys()}  # noqa: SIM118 (a record iterates over its values)
