// Brings in the passages of articles.
UNWIND $rows AS row
MATCH (article:Article {iri: row.article})
MERGE (evidence:Evidence {iri: row.iri})
SET evidence += row.properties
MERGE (evidence)-[:FROM]->(article)
RETURN count(*) AS written
