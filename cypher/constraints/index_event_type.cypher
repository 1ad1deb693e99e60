// Finds nodes Event by type.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
CREATE INDEX event_type IF NOT EXISTS
FOR (n:Event) ON (n.type)
