// Every source with all its properties.
MATCH (source:Source)
RETURN labels(source) AS labels, properties(source) AS properties
