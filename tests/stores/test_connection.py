"""The connection: plain values, errors with hints, transactions that survive a race."""

import datetime
import threading
from dataclasses import replace

import pytest
from neo4j import ManagedTransaction

from etl.errors import StoreError, StoreUnreachable
from etl.load.connection import Connection, connect
from etl.load.server import Server, from_environment


def _run(connection: Connection, cypher: str, **parameters: object) -> None:
    connection.write(lambda tx: tx.run(cypher, parameters).consume())


def test_values_are_plain_python(every_server: Server) -> None:
    with connect(every_server) as connection:
        result = connection.read(
            "RETURN 1 AS n, 'é' AS s, [1.5, true, null] AS l, {a: {b: 2}} AS m, date('2019-03-04') AS d, "
            "datetime('2019-03-04T05:06:07Z') AS t, duration('P1M2D') AS p, point({latitude: 1.0, longitude: 2.0}) AS at"
        )
    assert result.columns == ("n", "s", "l", "m", "d", "t", "p", "at")
    moment = datetime.datetime(2019, 3, 4, 5, 6, 7, tzinfo=datetime.UTC)
    row = {"n": 1, "s": "é", "l": [1.5, True, None], "m": {"a": {"b": 2}}, "d": datetime.date(2019, 3, 4), "t": moment}
    assert result.rows == [row | {"p": "P1M2D", "at": {"srid": 4326, "longitude": 2.0, "latitude": 1.0}}]


def test_nodes_relationships_and_paths_are_dictionaries(connection: Connection) -> None:
    _run(connection, "CREATE (:Nation:Agent {iri: 'a', since: date('1991-01-01')})-[:KNOWS {n: 1}]->(:Nation {iri: 'b'})")
    row = connection.read("MATCH p = (b {iri: 'b'})<-[r]-(a) RETURN a, r, p").rows[0]
    node = {"labels": ["Agent", "Nation"], "properties": {"iri": "a", "since": datetime.date(1991, 1, 1)}}
    assert row["a"] == node
    assert row["r"] == {"type": "KNOWS", "properties": {"n": 1}}
    assert row["p"]["nodes"] == [{"labels": ["Nation"], "properties": {"iri": "b"}}, node]
    assert row["p"]["relationships"] == [{"type": "KNOWS", "properties": {"n": 1}, "start": 1, "end": 0}]


def test_an_answer_without_rows_has_columns_where_it_is_said_to(every_server: Server) -> None:
    with connect(every_server) as connection:
        result = connection.read("MATCH (n:Nothing) RETURN n.iri AS iri, 1 AS one")
        assert (result.columns, result.rows) == (("iri", "one") if connection.capabilities.empty_columns else (), [])


def test_a_stream_gives_every_row_and_may_be_left(connection: Connection) -> None:
    cypher = "UNWIND range(1, $last) AS n RETURN n"
    assert [row["n"] for row in connection.stream(cypher, last=5000)] == list(range(1, 5001))
    rows = connection.stream(cypher, last=5000)
    assert next(rows) == {"n": 1}
    rows.close()  # type: ignore[attr-defined]
    assert connection.read("RETURN 1 AS one").rows == [{"one": 1}]


def test_a_failure_within_a_transaction_undoes_it(connection: Connection) -> None:
    def work(tx: ManagedTransaction) -> None:
        tx.run("CREATE (:Nation {iri: 'x'})").consume()
        raise LookupError("half way")

    with pytest.raises(LookupError):
        connection.write(work)
    assert connection.read("MATCH (n) RETURN count(n) AS n").rows == [{"n": 0}]


def test_clients_that_merge_the_same_keys_at_once_make_each_node_once(connection: Connection) -> None:
    connection.schema("CREATE CONSTRAINT nation_iri IF NOT EXISTS FOR (n:Nation) REQUIRE n.iri IS UNIQUE")
    failures: list[Exception] = []

    def client(number: int) -> None:
        try:
            with connect(connection.server) as mine:
                for batch in range(5):
                    _run(mine, "UNWIND range(1, 20) AS i MERGE (n:Nation {iri: $b + i}) SET n.by = $n", b=f"{batch}-", n=number)
        except Exception as failure:
            failures.append(failure)

    threads = [threading.Thread(target=client, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    counted = connection.read("MATCH (n:Nation) RETURN count(n) AS n, count(DISTINCT n.iri) AS keys")
    assert counted.rows == [{"n": 100, "keys": 100}]


def test_a_constraint_refuses_a_second_node_in_the_end(connection: Connection) -> None:
    connection.schema("CREATE CONSTRAINT nation_iri IF NOT EXISTS FOR (n:Nation) REQUIRE n.iri IS UNIQUE")
    _run(connection, "CREATE (:Nation {iri: 'x'})")
    with pytest.raises(StoreError) as caught:
        _run(connection, "CREATE (:Nation {iri: 'x'})")
    assert caught.value.hint


def test_wrong_cypher_is_a_store_error_that_names_the_store(connection: Connection) -> None:
    with pytest.raises(StoreError, match="SyntaxError") as caught:
        connection.read("MATCH (n RETURN n")
    assert connection.server.uri in caught.value.what
    with pytest.raises(StoreError):
        list(connection.stream("RETURN $missing"))


def test_a_wrong_password_is_refused_with_a_hint(server: Server) -> None:
    with pytest.raises(StoreError) as caught:
        connect(replace(server, password="wrong"))
    assert "NEO4J_PASSWORD" in caught.value.hint


def test_an_unknown_database_is_refused(server: Server) -> None:
    with pytest.raises(StoreError) as caught:
        connect(replace(server, database="nowhere"))
    assert "NEO4J_DATABASE" in caught.value.hint


def test_nothing_at_the_address_is_unreachable() -> None:
    with pytest.raises(StoreUnreachable) as caught:
        connect(Server("bolt://127.0.0.1:1", "neo4j", "secret"))
    assert "127.0.0.1:1" in caught.value.what
    assert caught.value.hint


def test_a_server_comes_from_the_environment() -> None:
    assert from_environment({}) is None
    assert from_environment({"NEO4J_URI": " "}) is None
    given = {"NEO4J_URI": "neo4j+s://db.example", "NEO4J_PASSWORD": "p", "NEO4J_DATABASE": "news"}
    assert from_environment(given) == Server("neo4j+s://db.example", "neo4j", "p", "news")


@pytest.mark.parametrize("uri", ["http://localhost:7474", "localhost:7687", "bolt://"])
def test_an_address_that_is_none_is_refused(uri: str) -> None:
    with pytest.raises(StoreError, match="no address"):
        from_environment({"NEO4J_URI": uri})


def test_a_server_does_not_show_its_password() -> None:
    assert "secret" not in repr(Server("bolt://127.0.0.1", "neo4j", "secret"))
