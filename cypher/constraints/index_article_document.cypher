// Finds nodes Article by document.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
CREATE INDEX article_document IF NOT EXISTS
FOR (n:Article) ON (n.document)
