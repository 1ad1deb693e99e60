// Joins passages to the situations that they speak for.
UNWIND $rows AS row
MATCH (evidence:Evidence {iri: row.evidence})
MATCH (situation:Entity {iri: row.supported})
MERGE (evidence)-[supports:SUPPORTS]->(situation)
SET supports.rank = row.rank
RETURN count(*) AS written
