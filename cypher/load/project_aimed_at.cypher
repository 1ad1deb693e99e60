// Draws statements as relationships AIMED_AT.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
UNWIND $rows AS row
MATCH (subject:Entity {iri: row.subject})
MATCH (object:Entity {iri: row.object})
MERGE (subject)-[r:AIMED_AT {statement: row.statement}]->(object)
SET r += row.properties
RETURN count(*) AS written
