"""Load: article graphs into a graph store, the embedded ArcadeDB or Neo4j, through one driver."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from etl.load.connection import Connection, Result, connect
from etl.load.embedded import serve
from etl.load.report import Count, LoadReport, RetractReport
from etl.load.server import Server, from_environment
from etl.load.store import Store

__all__ = ["Connection", "Count", "LoadReport", "Result", "RetractReport", "Server", "Store", "folder_of", "open_store"]

DEFAULT = Path("entente.db")


@contextmanager
def open_store(db: Path | None = None, server: Server | None = None) -> Iterator[Store]:
    """Open the store at `server`, else the embedded one in the folder `db`.

    Without either: the server that NEO4J_URI names, else the embedded store in $ENTENTE_DB or ./entente.db.
    Raises StoreUnreachable, StoreHeld or StoreError.
    """
    with ExitStack() as stack:
        chosen = server or (from_environment() if db is None else None)
        if chosen is None:
            chosen = stack.enter_context(serve(folder_of(db)))
        yield Store(stack.enter_context(connect(chosen)))


def folder_of(db: Path | None) -> Path:
    """Return the folder of the embedded store that is meant: `db`, else that of ENTENTE_DB, else the default."""
    return db or Path(os.environ.get("ENTENTE_DB") or DEFAULT)
