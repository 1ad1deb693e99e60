"""The check that a statement only reads."""

import pytest

from etl.errors import QueryError
from etl.load.guard import only_reads


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (n:Nation) RETURN n.name",
        "MATCH (n {name: 'CREATE (m)'}) RETURN n",
        'MATCH (n {name: "it\'s \\" DELETE"}) RETURN n',
        "MATCH (n:Set)-[r:CREATE|MERGE]->(m) RETURN n.set, n . delete, r",
        "MATCH (n) WHERE n.iri = $set RETURN n // then DELETE it",
        "MATCH (n) /* SET n.x = 1 */ RETURN n {.name, set: n.name}",
        "MATCH (n) RETURN n.name AS `delete`, n.url AS x",
        "MATCH (n) RETURN 'https://news.example' AS url",
        "MATCH (n) CALL (n) { RETURN 1 AS one } RETURN one",
        "MATCH (n) CALL { MATCH (m) RETURN count(m) AS c } RETURN c",
        "CALL db.labels() YIELD label RETURN label",
        "MATCH (n) RETURN COUNT { (n)-->() } AS offset, n.created AS created",
        "MATCH p = shortestPath((a:Nation)-[*..4]-(b:Nation)) RETURN p",
    ],
)
def test_reading_passes(cypher: str) -> None:
    assert only_reads(cypher) == cypher


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (n)",
        "match (n) set n.x = 1",
        "MATCH (n)\nDETACH\tDELETE n",
        "MATCH (n) REMOVE n.x",
        "MERGE (n:Nation {iri: 'x'}) RETURN n",
        "MATCH (n) FOREACH (x IN [1] | SET n.x = x)",
        "DROP INDEX name",
        "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
        "CALL { CREATE (n) }",
        "MATCH (n) CALL (n) { SET n.x = 1 }",
        "CALL apoc.cypher.doIt('x', {})",
        "CALL\n db.createLabel('x')",
        "MATCH (n) RETURN 'a' CREATE (m)",
        "MATCH (n) WHERE n.name = 'x\\' SET ' SET n.x = 1",
        "MATCH (n) /* */ SET n.x = 1",
        "MATCH (n) // x\nDELETE n",
        "MATCH (`n`)SET`n`.x = 1",
        "MATCH (n) WITH n, 1.0SET n.x = 1",
        "MATCH (n) RETURN n UNION MATCH (m) DELETE m RETURN m",
        "USE other MATCH (n) RETURN n",
    ],
)
def test_writing_is_refused(cypher: str) -> None:
    with pytest.raises(QueryError):
        only_reads(cypher)
