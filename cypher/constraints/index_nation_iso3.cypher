// Finds nodes Nation by iso3.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
CREATE INDEX nation_iso3 IF NOT EXISTS
FOR (n:Nation) ON (n.iso3)
