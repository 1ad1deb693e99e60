// Draws statements as relationships SAID.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
UNWIND $rows AS row
MATCH (object:Entity {iri: row.object})
MATCH (subject:Entity {iri: row.subject})
MERGE (object)<-[r:SAID {statement: row.statement}]-(subject)
SET r += row.properties
RETURN count(*) AS written
