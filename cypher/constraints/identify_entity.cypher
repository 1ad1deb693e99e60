// One node for each iri of Entity.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
CREATE CONSTRAINT entity_iri IF NOT EXISTS
FOR (n:Entity) REQUIRE n.iri IS UNIQUE
