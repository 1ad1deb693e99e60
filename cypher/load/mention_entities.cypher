// Joins entities to the articles that speak of them. The article is looked from: it mentions few, a nation is mentioned in many.
UNWIND $rows AS row
MATCH (article:Article {iri: row.article})
MATCH (entity:Entity {iri: row.entity})
MERGE (article)<-[mentioned:MENTIONED_IN]-(entity)
SET mentioned += row.properties
RETURN count(*) AS written
