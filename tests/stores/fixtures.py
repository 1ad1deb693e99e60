"""The stores that a test asks for by the name of a fixture; each starts when it is first asked for and ends with the session.

server         a Server with an empty database, once on the embedded engine and once on Neo4j 5.26
every_server   the same, and on Neo4j 2026 too: for the few tests that look at what differs between engines
module_server  like `server`, emptied once a module: load once, ask many times (no test of the module asks for `server`)
embedded       a Server with an empty database on the embedded engine alone
connection     an open Connection to `server`
"""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack

import pytest

from etl.load.connection import Connection, connect
from etl.load.embedded import serve
from etl.load.server import Server
from stores.neo4j.provide import MissingError, neo4j
from stores.wipe import wipe

__all__ = ["connection", "embedded", "every_server", "module_server", "server", "stores"]

USUAL = ("embedded", "neo4j-5.26")
EVERY = (*USUAL, "neo4j-2026")
NEO4J = {"neo4j-5.26": ("5.26.30", 17), "neo4j-2026": ("2026.05.0", 21)}
OPTIONAL = {"neo4j-2026"}  # its Java is not everywhere; a machine of continuous integration may lack it


class Stores:
    """The running stores of one session by name; a store that could not be had is not looked for again."""

    def __init__(self, start: Callable[[str], AbstractContextManager[Server]]) -> None:
        self._start = start
        self._stack = ExitStack()
        self._running: dict[str, Connection] = {}
        self._missing: dict[str, str] = {}

    def empty(self, name: str) -> Server:
        """Return the server called `name` with nothing in it; skips the test, or fails it under CI, where there is none."""
        if name not in self._running and name not in self._missing:
            self._open(name)
        if name in self._missing:
            _do_without(name, self._missing[name])
        wipe(self._running[name])
        return self._running[name].server

    def _open(self, name: str) -> None:
        try:
            server = self._stack.enter_context(self._start(name))
        except MissingError as reason:
            self._missing[name] = str(reason)
            return
        self._running[name] = self._stack.enter_context(connect(server))

    def close(self) -> None:
        """Leave the stores empty and end them."""
        for running in self._running.values():
            wipe(running)
        self._stack.close()


def _do_without(name: str, reason: str) -> None:
    if os.environ.get("CI", "").lower() in ("1", "true") and name not in OPTIONAL:
        pytest.fail(f"{name} is missing, and CI is set. {reason}", pytrace=False)
    pytest.skip(f"{name} is missing. {reason}")


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    """The stores of this session."""

    def start(name: str) -> AbstractContextManager[Server]:
        if name == "embedded":
            return serve(tmp_path_factory.mktemp("embedded") / "entente.db")
        version, java = NEO4J[name]
        return neo4j(version, java, lambda: tmp_path_factory.mktemp(name))

    running = Stores(start)
    yield running
    running.close()


@pytest.fixture(params=USUAL)
def server(request: pytest.FixtureRequest, stores: Stores) -> Server:
    """An empty database on the embedded engine, and again on Neo4j 5.26."""
    return stores.empty(request.param)


@pytest.fixture(params=EVERY)
def every_server(request: pytest.FixtureRequest, stores: Stores) -> Server:
    """An empty database on the embedded engine, Neo4j 5.26 and Neo4j 2026."""
    return stores.empty(request.param)


@pytest.fixture(params=USUAL, scope="module")
def module_server(request: pytest.FixtureRequest, stores: Stores) -> Server:
    """A database that was empty when the module began."""
    return stores.empty(request.param)


@pytest.fixture
def embedded(stores: Stores) -> Server:
    """An empty database on the embedded engine."""
    return stores.empty("embedded")


@pytest.fixture
def connection(server: Server) -> Iterator[Connection]:
    """An open connection to `server`."""
    with connect(server) as opened:
        yield opened
