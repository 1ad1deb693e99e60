// Every relationship with its ends.
MATCH (start)-[relationship]->(end)
RETURN start.iri AS start, type(relationship) AS type, end.iri AS end, properties(relationship) AS properties
