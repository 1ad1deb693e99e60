"""Emptying a store between two tests, which is much quicker than starting another one."""

from etl.load.connection import Connection

BATCH = 5000


def wipe(connection: Connection) -> None:
    """Delete every constraint, index, node and relationship."""
    for name in _names(connection, "SHOW CONSTRAINTS YIELD name"):
        connection.schema(f"DROP CONSTRAINT `{name}` IF EXISTS")
    for name in _names(connection, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'"):
        connection.schema(f"DROP INDEX `{name}` IF EXISTS")
    while _delete_some(connection) == BATCH:
        pass


def _names(connection: Connection, cypher: str) -> list[str]:
    return [row["name"] for row in connection.read(cypher).rows]


def _delete_some(connection: Connection) -> int:
    cypher = f"MATCH (n) WITH n LIMIT {BATCH} DETACH DELETE n RETURN count(*) AS deleted"
    return int(connection.write(lambda tx: tx.run(cypher).single(strict=True)["deleted"]))
