// 3 Military exercises: who takes part, where, at whom they are aimed
MATCH (x:Exercise)
WHERE x.asserted
WITH x ORDER BY coalesce(x.earliest, x.first_seen, '') DESC, x.iri LIMIT 25
MATCH path = (x)-[:PARTICIPATED_IN|AIMED_AT|TOOK_PLACE_IN|EDITION_OF]-()
RETURN path
