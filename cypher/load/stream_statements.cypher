// Every statement with all its properties.
MATCH (statement:Statement)
RETURN labels(statement) AS labels, properties(statement) AS properties
