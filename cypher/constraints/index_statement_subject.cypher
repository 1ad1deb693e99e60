// Finds nodes Statement by subject.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
CREATE INDEX statement_subject IF NOT EXISTS
FOR (n:Statement) ON (n.subject)
