// title: Events
// summary: Events of a PLOVER type, by actor, target and period.
//   An event without a date in the text counts on the days on which it was reported.
// parameter: type (event-type, default null) the PLOVER type. Example: ACCUSE
// parameter: actor (agent, default null) who acted: a nation, organisation, official or group. Example: Russia
// parameter: target (agent, default null) who was acted upon. Example: Japan
// parameter: from (date, default null) first day of the period. Example: 2025-07
// parameter: to (end-date, default null) last day of the period. Example: 2025-07
// parameter: include_claimed (boolean, default false) also events that are only claimed by somebody
// parameter: include_nonfactual (boolean, default false) also what is denied, planned or hypothetical
// parameter: limit (integer, default 100) how many rows at most
// columns: date, reported, type, mode, actors, through, targets, places, polarity, modality, asserted, articles, confidence, sentence, event
MATCH (e:Event)
WHERE ($type IS NULL OR e.type = $type)
  AND ($include_claimed OR e.asserted)
  AND ($include_nonfactual OR (e.polarity = 'positive' AND e.modality = 'factual'))
  AND ($actor IS NULL OR EXISTS { MATCH (e)-[:ACTOR]->(one) WHERE one.iri IN $actor })
  AND ($target IS NULL OR EXISTS { MATCH (e)-[:TARGET]->(two) WHERE two.iri IN $target })
  AND ($from IS NULL OR coalesce(toString(e.latest), toString(e.last_seen)) >= $from)
  AND ($to IS NULL OR coalesce(toString(e.earliest), toString(e.first_seen)) <= $to)
RETURN e.`when` AS date, toString(e.first_seen) AS reported, e.type AS type, e.mode AS mode,
       COLLECT { MATCH (e)-[r:ACTOR]->(a) WHERE coalesce(r.detail, '') <> 'representative' RETURN DISTINCT a.name AS name ORDER BY name } AS actors,
       COLLECT { MATCH (e)-[r:ACTOR]->(o) WHERE r.detail = 'representative' RETURN DISTINCT o.name AS name ORDER BY name } AS through,
       COLLECT { MATCH (e)-[r:TARGET]->(t) WHERE coalesce(r.detail, '') <> 'representative' RETURN DISTINCT t.name AS name ORDER BY name } AS targets,
       COLLECT { MATCH (e)-[:TOOK_PLACE_IN]->(place) RETURN DISTINCT place.name AS name ORDER BY name } AS places,
       e.polarity AS polarity, e.modality AS modality, e.asserted AS asserted, e.articles AS articles, e.confidence AS confidence,
       COLLECT { MATCH (v:Evidence)-[:SUPPORTS]->(e) RETURN v.sentence AS text ORDER BY CASE WHEN v.asserted THEN 0 ELSE 1 END, v.confidence DESC, v.iri LIMIT 1 }[0] AS sentence,
       e.iri AS event
ORDER BY coalesce(toString(e.earliest), reported, '') DESC, event
LIMIT $limit
