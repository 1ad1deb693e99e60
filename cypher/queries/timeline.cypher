// title: Timeline of a dyad
// summary: Everything that happened between two agents, in the order of time: events of one with the other, and joint exercises.
//   An event without a date in the text stands at the day of its first report.
// parameter: a (agent) one of the two. Example: Russia
// parameter: b (agent) the other. Example: North Korea
// parameter: from (date, default null) first day of the period. Example: 2025
// parameter: to (end-date, default null) last day of the period. Example: 2025
// parameter: include_claimed (boolean, default false) also events that are only claimed by somebody
// parameter: include_nonfactual (boolean, default false) also what is denied, planned or hypothetical
// parameter: limit (integer, default 200) how many rows at most
// columns: date, reported, type, mode, actors, targets, polarity, modality, asserted, articles, confidence, sentence, iri
UNWIND $a AS named_a
UNWIND $b AS named_b
MATCH (a:Entity {iri: named_a}), (b:Entity {iri: named_b})
CALL (a, b) {
  MATCH (a)<-[:ACTOR]-(e:Event)-[:ACTOR|TARGET]->(b)
  RETURN e
  UNION
  MATCH (a)<-[:TARGET]-(e:Event)-[:ACTOR]->(b)
  RETURN e
  UNION
  MATCH (a)-[:PARTICIPATED_IN]->(e:Exercise)<-[:PARTICIPATED_IN]-(b)
  RETURN e
}
WITH DISTINCT e
WITH e, CASE
    WHEN e:Exercise AND coalesce(e.status, 'held') IN ['cancelled', 'denied'] THEN 'negative'
    ELSE coalesce(e.polarity, 'positive') END AS polarity,
  CASE
    WHEN e:Exercise AND coalesce(e.status, 'held') IN ['planned', 'proposed'] THEN 'planned'
    ELSE coalesce(e.modality, 'factual') END AS modality
WHERE ($include_claimed OR e.asserted)
  AND ($include_nonfactual OR (polarity = 'positive' AND modality = 'factual'))
  AND ($from IS NULL OR coalesce(toString(e.latest), toString(e.last_seen)) >= $from)
  AND ($to IS NULL OR coalesce(toString(e.earliest), toString(e.first_seen)) <= $to)
RETURN e.`when` AS date, toString(e.first_seen) AS reported, CASE WHEN e:Exercise THEN 'EXERCISE' ELSE e.type END AS type,
       coalesce(e.mode, e.kind) AS mode,
       CASE WHEN e:Exercise
         THEN COLLECT { MATCH (e)<-[:PARTICIPATED_IN]-(p) RETURN DISTINCT p.name AS name ORDER BY name }
         ELSE COLLECT { MATCH (e)-[r:ACTOR]->(p) WHERE coalesce(r.detail, '') <> 'representative' RETURN DISTINCT p.name AS name ORDER BY name }
       END AS actors,
       COLLECT { MATCH (e)-[r:TARGET|AIMED_AT]->(t) WHERE coalesce(r.detail, '') <> 'representative' RETURN DISTINCT t.name AS name ORDER BY name } AS targets,
       polarity, modality, e.asserted AS asserted, e.articles AS articles, e.confidence AS confidence,
       COLLECT { MATCH (v:Evidence)-[:SUPPORTS]->(e) RETURN v.sentence AS text ORDER BY CASE WHEN v.asserted THEN 0 ELSE 1 END, v.confidence DESC, v.iri LIMIT 1 }[0] AS sentence,
       e.iri AS iri
ORDER BY coalesce(toString(e.earliest), reported, ''), type, iri
LIMIT $limit
