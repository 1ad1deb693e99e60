// The number of entities by their labels.
MATCH (entity:Entity)
RETURN labels(entity) AS labels, count(*) AS number
