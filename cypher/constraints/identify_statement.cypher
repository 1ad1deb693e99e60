// One node for each iri of Statement.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
CREATE CONSTRAINT statement_iri IF NOT EXISTS
FOR (n:Statement) REQUIRE n.iri IS UNIQUE
