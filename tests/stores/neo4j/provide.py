"""Which Neo4j the tests use, and the words for when there is none."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from etl.load.connection import connect
from etl.load.server import Server
from stores.neo4j import docker, jars, java, local

HOW = (
    "Give the tests a Neo4j: name an empty one in NEO4J_TEST_URI (NEO4J_TEST_USERNAME, NEO4J_TEST_PASSWORD), "
    "start a Docker engine, or install Maven and Java {java} or later."
)


class MissingError(Exception):
    """This machine has no way to run the wanted version."""


@contextmanager
def neo4j(version: str, oldest_java: int, home: Callable[[], Path]) -> Iterator[Server]:
    """Give a server of the line of `version`, found in the order of HOW; raises MissingError where there is no way."""
    if (given := _given(version)) is not None:
        yield given
    elif docker.answers():
        with docker.run(version) as server:
            yield server
    else:
        runtime = java.find(oldest_java)
        class_path = jars.class_path(version) if runtime else None
        if runtime is None or class_path is None:
            raise MissingError(HOW.format(java=oldest_java))
        with local.run(runtime, class_path, version, home()) as server:
            yield server


def _given(version: str) -> Server | None:
    """Return the server of NEO4J_TEST_URI when it is of the wanted line; it must be empty, for the tests wipe it."""
    uri = os.environ.get("NEO4J_TEST_URI")
    if not uri:
        return None
    environment = os.environ.get
    server = Server(uri, environment("NEO4J_TEST_USERNAME") or "neo4j", environment("NEO4J_TEST_PASSWORD", ""))
    with connect(server) as connection:
        if (connection.capabilities.version[0] == 5) != version.startswith("5."):
            return None
        if nodes := connection.read("MATCH (n) RETURN count(n) AS nodes").rows[0]["nodes"]:
            raise RuntimeError(f"NEO4J_TEST_URI holds {nodes} nodes, and the tests would delete them: give an empty database")
    return server
