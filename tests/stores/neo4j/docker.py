"""A Neo4j Community server in a container, where a Docker engine answers."""

import gc
import secrets
import warnings
from collections.abc import Iterator
from contextlib import closing, contextmanager

import docker  # type: ignore[import-untyped]
from docker.errors import DockerException  # type: ignore[import-untyped]
from testcontainers.core.container import DockerContainer
from testcontainers.core.wait_strategies import LogMessageWaitStrategy

from etl.load.server import Server

BOLT = 7687


def answers() -> bool:
    """Tell whether a Docker engine answers."""
    with warnings.catch_warnings():
        # Where nobody answers, the client of Docker forgets its socket; it is collected here, while nobody minds.
        warnings.simplefilter("ignore", ResourceWarning)
        answered = _ping()
        gc.collect()
    return answered


def _ping() -> bool:
    try:
        with closing(docker.from_env(timeout=5)) as client:
            return bool(client.ping())
    except (DockerException, OSError):
        return False


@contextmanager
def run(version: str) -> Iterator[Server]:
    """Start the official image of Neo4j `version`, give it when it answers, remove it afterwards."""
    password = secrets.token_urlsafe(16)
    container = (
        DockerContainer(f"neo4j:{version}-community")
        .with_env("NEO4J_AUTH", f"neo4j/{password}")
        .with_env("NEO4J_server_memory_heap_max__size", "768m")
        .with_exposed_ports(BOLT)
        .waiting_for(LogMessageWaitStrategy("Started\\.").with_startup_timeout(240))
    )
    with container:
        uri = f"bolt://{container.get_container_host_ip()}:{container.get_exposed_port(BOLT)}"
        yield Server(uri, "neo4j", password, "neo4j", "neo4j")
