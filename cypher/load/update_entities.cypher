// Brings entities that stand already up to date, and says what they are called.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
UNWIND $rows AS row
MATCH (n:Entity {iri: row.iri})
WITH n, row, n {.name, .title, .text, .direct} AS before
SET n += row.properties
RETURN row.iri AS iri, labels(n) AS labels, before
