"""An empty, prepared store on each engine."""

from collections.abc import Iterator

import pytest

from etl.load import Server, Store
from etl.load.connection import connect


@pytest.fixture
def store(store_server: Server) -> Iterator[Store]:
    with connect(store_server) as connection:
        connection.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
        store = Store(connection)
        store.prepare()
        yield store
