"""What each engine can and cannot do: the one place that knows the differences between them."""

import re
from dataclasses import dataclass

from etl.errors import StoreError
from etl.load.server import Product

OLDEST_NEO4J = (5, 23)  # the first with `CALL (n) { … }`
OLDEST_ARCADEDB = (26, 10)


@dataclass(frozen=True, slots=True)
class Capabilities:
    """The abilities of one engine at one version.

    fulltext: `CREATE FULLTEXT INDEX` and `db.index.fulltext.queryNodes` are there.
    browser: Neo4j Browser can connect (Bolt over WebSocket).
    read_mode_enforced: a session in READ access mode cannot write.
    background_indexes: a new index fills in the background; `CALL db.awaitIndexes` waits for it.
    empty_columns: an answer without rows still names its columns.
    """

    product: Product
    version: tuple[int, ...]
    fulltext: bool
    browser: bool
    read_mode_enforced: bool
    background_indexes: bool
    empty_columns: bool

    @property
    def name(self) -> str:
        """The engine as a person would name it: "Neo4j 5.26.30"."""
        return f"{'ArcadeDB' if self.product == 'arcadedb' else 'Neo4j'} {'.'.join(map(str, self.version))}"


def of(agent: str) -> Capabilities:
    """Return what the engine that calls itself `agent` (Bolt's server agent) can do; raises StoreError for an unfit one."""
    if found := re.search(r"ArcadeDB (\d+(?:\.\d+)*)", agent):
        return _arcadedb(_version(found[1]), agent)
    if found := re.fullmatch(r"Neo4j/(\d+(?:\.\d+)*)(?:[-+]\S*)?", agent):
        return _neo4j(_version(found[1]), agent)
    raise _unfit(agent)


def _arcadedb(version: tuple[int, ...], agent: str) -> Capabilities:
    if version < OLDEST_ARCADEDB:
        raise _unfit(agent)
    return Capabilities(
        product="arcadedb",
        version=version,
        fulltext=False,
        browser=False,  # 26.10.2 answers over WebSocket, but Browser itself was not seen to work with it
        read_mode_enforced=False,
        background_indexes=False,
        empty_columns=False,
    )


def _neo4j(version: tuple[int, ...], agent: str) -> Capabilities:
    if version < OLDEST_NEO4J:
        raise _unfit(agent)
    return Capabilities(
        product="neo4j",
        version=version,
        fulltext=True,
        browser=True,
        read_mode_enforced=True,
        background_indexes=True,
        empty_columns=True,
    )


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split("."))


def _unfit(agent: str) -> StoreError:
    return StoreError(
        f"the store calls itself {agent!r}, which Entente does not work with",
        hint="Use Neo4j 5.26 or later, or the embedded database (leave NEO4J_URI unset).",
    )
