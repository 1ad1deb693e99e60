// Makes nodes Organization that do not stand yet.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
UNWIND $rows AS row
CREATE (n:Entity:Agent:Organization {iri: row.iri})
SET n += row.properties
SET n += row.chosen
RETURN count(*) AS written
