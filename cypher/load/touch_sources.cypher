// The sources of articles.
UNWIND $rows AS row
MATCH (:Article {iri: row.iri})-[:PUBLISHED_BY]->(source:Source)
WITH DISTINCT source
SET source.name = source.name
RETURN source.iri AS iri
