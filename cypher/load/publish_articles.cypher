// Joins articles to their sources, by the name that each gives.
UNWIND $rows AS row
MATCH (article:Article {iri: row.article})
MATCH (source:Source {iri: row.source})
MERGE (article)-[published:PUBLISHED_BY]->(source)
SET published.name = row.name
RETURN count(*) AS written
