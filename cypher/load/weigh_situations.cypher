// The live evidence of situations, one row for each of their sources; an article of no source is its own.
UNWIND $rows AS row
MATCH (situation:Entity {iri: row.iri})
OPTIONAL MATCH (situation)<-[:SUPPORTS]-(evidence:Evidence)-[:FROM]->(article:Article)
RETURN situation.iri AS iri, coalesce(article.source, article.iri) AS source, count(DISTINCT article) AS articles,
       max(evidence.confidence) AS confidence, max(CASE WHEN evidence.asserted THEN 1 ELSE 0 END) AS asserted,
       min(article.date) AS first_seen, max(article.date) AS last_seen
