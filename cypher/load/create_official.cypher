// Makes nodes Official that do not stand yet.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
UNWIND $rows AS row
CREATE (n:Entity:Agent:Official {iri: row.iri})
SET n += row.properties
SET n += row.chosen
RETURN count(*) AS written
