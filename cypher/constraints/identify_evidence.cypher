// One node for each iri of Evidence.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
CREATE CONSTRAINT evidence_iri IF NOT EXISTS
FOR (n:Evidence) REQUIRE n.iri IS UNIQUE
