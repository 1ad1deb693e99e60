// Draws statements as relationships SAME_AS.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
UNWIND $rows AS row
MATCH (subject:Entity {iri: row.subject})
MATCH (object:Entity {iri: row.object})
MERGE (subject)-[r:SAME_AS {statement: row.statement}]->(object)
SET r += row.properties
RETURN count(*) AS written
