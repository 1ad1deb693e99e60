// title: Most active actors
// summary: Who acts most: the number of events as actor and as target, and of exercises held.
// parameter: type (event-type, default null) only events of this PLOVER type. Example: THREATEN
// parameter: from (date, default null) first day of the period. Example: 2025-01
// parameter: to (end-date, default null) last day of the period. Example: 2025-12
// parameter: include_claimed (boolean, default false) also events that are only claimed by somebody
// parameter: include_nonfactual (boolean, default false) also what is denied, planned or hypothetical
// parameter: limit (integer, default 20) how many rows at most
// columns: actor, acted, targeted, exercises, iri
CALL () {
  MATCH (e:Event)-[:ACTOR]->(agent)
  WHERE ($type IS NULL OR e.type = $type)
  RETURN agent, e AS situation, 'acted' AS part
  UNION
  MATCH (e:Event)-[:TARGET]->(agent)
  WHERE ($type IS NULL OR e.type = $type)
  RETURN agent, e AS situation, 'targeted' AS part
  UNION
  MATCH (x:Exercise)<-[:PARTICIPATED_IN]-(agent)
  WHERE $type IS NULL
  RETURN agent, x AS situation, 'exercised' AS part
}
WITH agent, situation, part
WHERE ($include_claimed OR situation.asserted)
  AND ($include_nonfactual OR (coalesce(situation.polarity, 'positive') = 'positive'
    AND coalesce(situation.modality, 'factual') = 'factual' AND coalesce(situation.status, 'held') = 'held'))
  AND ($from IS NULL OR coalesce(toString(situation.latest), toString(situation.last_seen)) >= $from)
  AND ($to IS NULL OR coalesce(toString(situation.earliest), toString(situation.first_seen)) <= $to)
WITH agent, count(CASE WHEN part = 'acted' THEN 1 END) AS acted, count(CASE WHEN part = 'targeted' THEN 1 END) AS targeted,
     count(CASE WHEN part = 'exercised' THEN 1 END) AS exercises
RETURN agent.name AS actor, acted, targeted, exercises, agent.iri AS iri
ORDER BY acted DESC, targeted DESC, exercises DESC, actor, iri
LIMIT $limit
