// Finds nodes Entity by name.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
CREATE INDEX entity_name IF NOT EXISTS
FOR (n:Entity) ON (n.name)
