// title: Threats
// summary: Who threatened or warned whom.
//   A threat without a date in the text counts on the days on which it was reported.
// parameter: by (agent, default null) who threatened: a nation, organisation or official. Example: Russia
// parameter: against (agent, default null) who was threatened. Example: USA
// parameter: from (date, default null) first day of the period. Example: 2025-07
// parameter: to (end-date, default null) last day of the period. Example: 2025-07
// parameter: include_claimed (boolean, default false) also threats that are only claimed by somebody
// parameter: include_nonfactual (boolean, default false) also what is denied, planned or hypothetical
// parameter: limit (integer, default 100) how many rows at most
// columns: date, by, through, against, mode, reported, articles, confidence, sentence, event
MATCH (e:Event {type: 'THREATEN'})
WHERE ($include_claimed OR e.asserted)
  AND ($include_nonfactual OR (e.polarity = 'positive' AND e.modality = 'factual'))
  AND ($by IS NULL OR EXISTS { MATCH (e)-[:ACTOR]->(one) WHERE one.iri IN $by })
  AND ($against IS NULL OR EXISTS { MATCH (e)-[:TARGET]->(two) WHERE two.iri IN $against })
  AND ($from IS NULL OR coalesce(toString(e.latest), toString(e.last_seen)) >= $from)
  AND ($to IS NULL OR coalesce(toString(e.earliest), toString(e.first_seen)) <= $to)
RETURN e.`when` AS date,
       COLLECT { MATCH (e)-[r:ACTOR]->(a) WHERE coalesce(r.detail, '') <> 'representative' RETURN DISTINCT a.name AS name ORDER BY name } AS by,
       COLLECT { MATCH (e)-[r:ACTOR]->(o) WHERE r.detail = 'representative' RETURN DISTINCT o.name AS name ORDER BY name } AS through,
       COLLECT { MATCH (e)-[r:TARGET]->(t) WHERE coalesce(r.detail, '') <> 'representative' RETURN DISTINCT t.name AS name ORDER BY name } AS against,
       e.mode AS mode, toString(e.first_seen) AS reported, e.articles AS articles, e.confidence AS confidence,
       COLLECT { MATCH (v:Evidence)-[:SUPPORTS]->(e) RETURN v.sentence AS text ORDER BY CASE WHEN v.asserted THEN 0 ELSE 1 END, v.confidence DESC, v.iri LIMIT 1 }[0] AS sentence,
       e.iri AS event
ORDER BY coalesce(toString(e.earliest), reported, '') DESC, event
LIMIT $limit
