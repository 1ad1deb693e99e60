// Every entity with all its properties.
MATCH (entity:Entity)
RETURN labels(entity) AS labels, properties(entity) AS properties
