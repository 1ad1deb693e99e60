// title: Articles about an entity
// summary: Which articles mention an entity and how often, newest first.
// parameter: entity (entity) who or what is mentioned. Example: Wonsan
// parameter: from (date, default null) first day of publication. Example: 2025-07
// parameter: to (end-date, default null) last day of publication. Example: 2025-07
// parameter: limit (integer, default 100) how many rows at most
// columns: date, title, document, source, mentions, article
UNWIND $entity AS named
MATCH (entity:Entity {iri: named})-[m:MENTIONED_IN]->(a:Article)
WHERE ($from IS NULL OR toString(a.date) >= $from)
  AND ($to IS NULL OR toString(a.date) <= $to)
WITH a, sum(m.count) AS mentions
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(source:Source)
RETURN toString(a.date) AS date, a.title AS title, a.document AS document, source.name AS source, mentions, a.iri AS article
ORDER BY coalesce(date, '') DESC, document, article
LIMIT $limit
