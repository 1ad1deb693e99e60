// title: Meetings
// summary: Who met, visited or spoke with whom.
//   A meeting without a date in the text counts on the days on which it was reported.
// parameter: who (agent, default null) one party: a nation, organisation or official. Example: Lavrov
// parameter: other (agent, default null) another party. Example: North Korea
// parameter: from (date, default null) first day of the period. Example: 2025-07
// parameter: to (end-date, default null) last day of the period. Example: 2025-07
// parameter: include_claimed (boolean, default false) also meetings that are only claimed by somebody
// parameter: include_nonfactual (boolean, default false) also what is denied, planned or hypothetical
// parameter: limit (integer, default 100) how many rows at most
// columns: date, mode, parties, visited, officials, places, reported, articles, confidence, sentence, event
MATCH (e:Event {type: 'CONSULT'})
WHERE ($include_claimed OR e.asserted)
  AND ($include_nonfactual OR (e.polarity = 'positive' AND e.modality = 'factual'))
  AND ($who IS NULL OR EXISTS { MATCH (e)-[:ACTOR|TARGET]->(one) WHERE one.iri IN $who })
  AND ($other IS NULL OR EXISTS { MATCH (e)-[:ACTOR|TARGET]->(two) WHERE two.iri IN $other })
  AND ($from IS NULL OR coalesce(toString(e.latest), toString(e.last_seen)) >= $from)
  AND ($to IS NULL OR coalesce(toString(e.earliest), toString(e.first_seen)) <= $to)
RETURN e.`when` AS date, e.mode AS mode,
       COLLECT { MATCH (e)-[r:ACTOR]->(a) WHERE coalesce(r.detail, '') <> 'representative' RETURN DISTINCT a.name AS name ORDER BY name } AS parties,
       COLLECT { MATCH (e)-[r:TARGET]->(t) WHERE coalesce(r.detail, '') <> 'representative' RETURN DISTINCT t.name AS name ORDER BY name } AS visited,
       COLLECT { MATCH (e)-[r:ACTOR|TARGET]->(o) WHERE r.detail = 'representative' RETURN DISTINCT o.name AS name ORDER BY name } AS officials,
       COLLECT { MATCH (e)-[:TOOK_PLACE_IN]->(place) RETURN DISTINCT place.name AS name ORDER BY name } AS places,
       toString(e.first_seen) AS reported, e.articles AS articles, e.confidence AS confidence,
       COLLECT { MATCH (v:Evidence)-[:SUPPORTS]->(e) RETURN v.sentence AS text ORDER BY CASE WHEN v.asserted THEN 0 ELSE 1 END, v.confidence DESC, v.iri LIMIT 1 }[0] AS sentence,
       e.iri AS event
ORDER BY coalesce(toString(e.earliest), reported, '') DESC, event
LIMIT $limit
