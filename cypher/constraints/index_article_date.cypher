// Finds nodes Article by date.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
CREATE INDEX article_date IF NOT EXISTS
FOR (n:Article) ON (n.date)
