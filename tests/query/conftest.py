"""A store with the invented week in it, once on each engine."""

from collections.abc import Iterator

import pytest
from samples import week

from etl.load import Server, Store, open_store


@pytest.fixture(scope="module")
def store(module_server: Server) -> Iterator[Store]:
    with open_store(server=module_server) as opened:
        opened.prepare()
        opened.load(week.graphs())
        yield opened
