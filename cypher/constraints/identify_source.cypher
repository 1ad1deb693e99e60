// One node for each iri of Source.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
CREATE CONSTRAINT source_iri IF NOT EXISTS
FOR (n:Source) REQUIRE n.iri IS UNIQUE
