// Draws statements as relationships ACTOR.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
UNWIND $rows AS row
MATCH (subject:Entity {iri: row.subject})
MATCH (object:Entity {iri: row.object})
MERGE (subject)-[r:ACTOR {statement: row.statement}]->(object)
SET r += row.properties
RETURN count(*) AS written
