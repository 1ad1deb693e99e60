// Joins passages to the statements that they speak for.
UNWIND $rows AS row
MATCH (evidence:Evidence {iri: row.evidence})
MATCH (statement:Statement {iri: row.supported})
MERGE (evidence)-[supports:SUPPORTS]->(statement)
SET supports.rank = row.rank
RETURN count(*) AS written
