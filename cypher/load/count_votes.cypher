// How many live articles call entities by each value that may be worded differently.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
UNWIND $rows AS row
MATCH (n:Entity {iri: row.iri})-[m:MENTIONED_IN]->(:Article)
RETURN row.iri AS iri, m.name AS name, m.title AS title, m.text AS text, m.direct AS direct, m.given AS given, count(*) AS votes
