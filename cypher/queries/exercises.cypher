// title: Exercises
// summary: Military exercises by participant and period, with those who took part, where, and at whom they were aimed.
//   An exercise without a date in the text counts on the days on which it was reported.
// parameter: participant (nation|organization, default null) who took part. Example: Japan
// parameter: from (date, default null) first day of the period. Example: 2025-07
// parameter: to (end-date, default null) last day of the period. Example: 2025-07
// parameter: status (choice(held|planned|proposed|cancelled|denied|any), default held) what became of it
// parameter: include_claimed (boolean, default false) also exercises that are only claimed by somebody
// parameter: limit (integer, default 100) how many rows at most
// columns: exercise, series, kind, status, date, participants, places, aimed_at, forces, aim, reported, articles, confidence, iri
MATCH (x:Exercise)
WHERE ($include_claimed OR x.asserted)
  AND ($status = 'any' OR coalesce(x.status, 'held') = $status)
  AND ($participant IS NULL OR EXISTS { MATCH (x)<-[:PARTICIPATED_IN]-(one) WHERE one.iri IN $participant })
  AND ($from IS NULL OR coalesce(toString(x.latest), toString(x.last_seen)) >= $from)
  AND ($to IS NULL OR coalesce(toString(x.earliest), toString(x.first_seen)) <= $to)
RETURN x.name AS exercise,
       COLLECT { MATCH (x)-[:EDITION_OF]->(series) RETURN DISTINCT series.name AS name ORDER BY name } AS series,
       x.kind AS kind, x.status AS status, x.`when` AS date,
       COLLECT { MATCH (x)<-[:PARTICIPATED_IN]-(one) RETURN DISTINCT one.name AS name ORDER BY name } AS participants,
       COLLECT { MATCH (x)-[:TOOK_PLACE_IN]->(place) RETURN DISTINCT place.name AS name ORDER BY name } AS places,
       COLLECT { MATCH (x)-[:AIMED_AT]->(target) RETURN DISTINCT target.name AS name ORDER BY name } AS aimed_at,
       x.forces AS forces, x.aim AS aim,
       toString(x.first_seen) AS reported, x.articles AS articles, x.confidence AS confidence, x.iri AS iri
ORDER BY coalesce(toString(x.earliest), reported, '') DESC, iri
LIMIT $limit
