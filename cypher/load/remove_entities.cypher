// Takes entities away that no article speaks of.
UNWIND $rows AS row
MATCH (entity:Entity {iri: row.iri})
WHERE NOT EXISTS { (entity)-[:MENTIONED_IN]->(:Article) }
DELETE entity
RETURN row.iri AS iri
