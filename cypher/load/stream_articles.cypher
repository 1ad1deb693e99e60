// Every article with all its properties and the name of its source.
MATCH (article:Article)
OPTIONAL MATCH (article)-[published:PUBLISHED_BY]->(:Source)
RETURN labels(article) AS labels, properties(article) AS properties, published.name AS source
