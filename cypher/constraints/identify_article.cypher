// One node for each iri of Article.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
CREATE CONSTRAINT article_iri IF NOT EXISTS
FOR (n:Article) REQUIRE n.iri IS UNIQUE
