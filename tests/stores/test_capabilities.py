"""What is said of an engine holds for the engine itself."""

import pytest

from etl.errors import StoreError
from etl.load import capabilities
from etl.load.connection import Connection, connect
from etl.load.server import Server


def _accepts(connection: Connection, cypher: str) -> bool:
    try:
        connection.schema(cypher)
    except StoreError:
        return False
    return True


def test_the_engine_is_known_by_name_and_version(every_server: Server) -> None:
    with connect(every_server) as connection:
        assert connection.capabilities.product == every_server.product
        assert connection.capabilities.version >= (5, 23)


def test_full_text_indexes_are_there_where_they_are_said_to_be(every_server: Server) -> None:
    with connect(every_server) as connection:
        accepted = _accepts(connection, "CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (n:Nation) ON EACH [n.name]")
        assert accepted is connection.capabilities.fulltext


def test_a_reading_session_writes_only_where_it_is_said_to(every_server: Server) -> None:
    with connect(every_server) as connection:
        try:
            connection.read("CREATE (n:Nation {iri: 'x'}) RETURN n.iri AS iri")
        except StoreError:
            assert connection.capabilities.read_mode_enforced
        else:
            assert not connection.capabilities.read_mode_enforced


def test_agents_are_told_apart() -> None:
    assert capabilities.of("Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)").name == "ArcadeDB 26.10.2"
    assert capabilities.of("Neo4j/5.26.30").name == "Neo4j 5.26.30"
    assert capabilities.of("Neo4j/2026.05.0").product == "neo4j"


@pytest.mark.parametrize("agent", ["Neo4j/4.4.1", "Neo4j/v5.11.0 compatible graph database server", "", "ArcadeDB 25.1.1"])
def test_an_engine_that_does_not_fit_is_refused(agent: str) -> None:
    with pytest.raises(StoreError) as caught:
        capabilities.of(agent)
    assert caught.value.hint
