// Which offices officials hold or held.
MATCH (n:Official)-[:HOLDS]->(position:Position)
RETURN n.iri AS iri, position.name AS office
