// 2 The latest events that articles assert, with who acted and on whom
MATCH (e:Event)
WHERE e.asserted AND e.polarity = 'positive' AND e.modality = 'factual'
WITH e ORDER BY coalesce(e.earliest, e.first_seen, '') DESC, e.iri LIMIT 25
MATCH path = (e)-[:ACTOR|TARGET|TOOK_PLACE_IN]->()
RETURN path
