// title: Exercise partners
// summary: Who exercises with whom: how many exercises two participants held together, and from when to when.
// parameter: participant (nation|organization, default null) one of the two; without it all pairs. Example: South Korea
// parameter: from (date, default null) first day of the period. Example: 2015
// parameter: to (end-date, default null) last day of the period. Example: 2025
// parameter: status (choice(held|planned|proposed|cancelled|denied|any), default held) what became of the exercises
// parameter: include_claimed (boolean, default false) also exercises that are only claimed by somebody
// parameter: limit (integer, default 50) how many rows at most
// columns: participant, partner, exercises, first, last
MATCH (one)-[:PARTICIPATED_IN]->(x:Exercise)<-[:PARTICIPATED_IN]-(other)
WHERE CASE WHEN $participant IS NULL THEN one.iri < other.iri ELSE one.iri IN $participant AND NOT other.iri IN $participant END
  AND ($include_claimed OR x.asserted)
  AND ($status = 'any' OR coalesce(x.status, 'held') = $status)
  AND ($from IS NULL OR coalesce(toString(x.latest), toString(x.last_seen)) >= $from)
  AND ($to IS NULL OR coalesce(toString(x.earliest), toString(x.first_seen)) <= $to)
WITH one, other, count(DISTINCT x) AS exercises, min(coalesce(toString(x.earliest), toString(x.first_seen))) AS first,
     max(coalesce(toString(x.latest), toString(x.last_seen))) AS last
RETURN one.name AS participant, other.name AS partner, exercises, first, last
ORDER BY exercises DESC, participant, partner
LIMIT $limit
