// The number of relationships by type.
MATCH ()-[relationship]->()
RETURN type(relationship) AS type, count(*) AS number
