// The entities that articles speak of. Setting a property locks each until the transaction ends.
UNWIND $rows AS row
MATCH (:Article {iri: row.iri})<-[:MENTIONED_IN]-(entity:Entity)
WITH DISTINCT entity
SET entity.name = entity.name
RETURN entity.iri AS iri, labels(entity) AS labels
