// 6 Why the graph says so: the passages behind the latest event, their articles and sources
MATCH (e:Event)
WHERE e.asserted
WITH e ORDER BY coalesce(e.earliest, e.first_seen, '') DESC, e.iri LIMIT 1
MATCH path = (e)<-[:SUPPORTS]-(:Evidence)-[:FROM]->(article:Article)
OPTIONAL MATCH published = (article)-[:PUBLISHED_BY]->(:Source)
RETURN path, published
