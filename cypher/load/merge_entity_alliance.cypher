// Brings in nodes Alliance; `chosen` is for those that have no name yet.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
UNWIND $rows AS row
MERGE (n:Entity:Agent:Organization:Alliance {iri: row.iri})
WITH n, row, n {.name} AS before
SET n += row.properties
SET n += CASE WHEN before.name IS NULL THEN row.chosen ELSE {} END
RETURN row.iri AS iri, labels(n) AS labels, before
