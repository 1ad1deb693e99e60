// Those of some entities that an article speaks of, other than the one that holds the decisions.
UNWIND $iris AS wanted
MATCH (n:Entity {iri: wanted})-[:MENTIONED_IN]->(a:Article)
WHERE a.document <> $document
RETURN DISTINCT n.iri AS iri, labels(n) AS labels
