"""Fixtures that every test may ask for: the graph stores (their names and meaning stand in `stores.fixtures`)."""

from stores.fixtures import connection, embedded, every_server, module_server, server, stores

__all__ = ["connection", "embedded", "every_server", "module_server", "server", "stores"]
