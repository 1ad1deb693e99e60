// Every passage with all its properties, its article, and what it supports by rank.
MATCH (article:Article)<-[:FROM]-(evidence:Evidence)
RETURN labels(evidence) AS labels, properties(evidence) AS properties, article.iri AS article,
       [(evidence)-[supports:SUPPORTS]->(supported) | [supports.rank, supported.iri]] AS supports
