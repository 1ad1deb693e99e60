// title: Offices of an official
// summary: Which offices one official holds or once held, with their terms and who says so.
// parameter: official (official) whose offices are asked for. Example: Sergey Lavrov
// parameter: include_claimed (boolean, default false) also what is only claimed by somebody
// parameter: include_nonfactual (boolean, default false) also what is denied, planned or hypothetical
// columns: office, of, since, until, detail, first_seen, last_seen, articles, confidence, statement
UNWIND $official AS named
MATCH (official:Entity {iri: named})
MATCH (s:Statement {subject: official.iri})
WHERE s.predicate = 'HOLDS'
  AND ($include_claimed OR s.asserted)
  AND ($include_nonfactual OR (s.polarity = 'positive' AND s.modality = 'factual'))
MATCH (position:Position {iri: s.object})
RETURN position.name AS office, COLLECT { MATCH (position)-[:OF]->(home) RETURN DISTINCT home.name AS name ORDER BY name } AS of,
       s.valid_from AS since, s.valid_to AS until, s.detail AS detail, toString(s.first_seen) AS first_seen,
       toString(s.last_seen) AS last_seen, s.articles AS articles, s.confidence AS confidence, s.iri AS statement
ORDER BY coalesce(since, first_seen, ''), office, statement
