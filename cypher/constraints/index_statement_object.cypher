// Finds nodes Statement by object.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
CREATE INDEX statement_object IF NOT EXISTS
FOR (n:Statement) ON (n.object)
