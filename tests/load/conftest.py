"""An empty, prepared store on each engine."""

from collections.abc import Iterator

import pytest
from stores.wipe import wipe

from etl.load import Server, Store
from etl.load.connection import connect


@pytest.fixture
def store(module_server: Server) -> Iterator[Store]:
    with connect(module_server) as connection:
        store = Store(connection)
        store.prepare()
        yield store
        wipe(connection)
