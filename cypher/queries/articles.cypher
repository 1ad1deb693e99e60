// title: Articles about an entity
// summary: Which articles mention an entity and how often, newest first.
// parameter: entity (entity) who or what is mentioned. Example: Wonsan
// parameter: from (date, default null) first day of publication. Example: 2025-07
// parameter: to (end-date, default null) last day of publication. Example: 2025-07
// parameter: limit (integer, default 100) how many rows at most
// columns: date, title, document, source, mentions, article
MATCH (entity:Entity {iri: $entity})-[m:MENTIONED_IN]->(a:Article)
WHERE ($from IS NULL OR toString(a.date) >= $from)
  AND ($to IS NULL OR toString(a.date) <= $to)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(source:Source)
RETURN toString(a.date) AS date, a.title AS title, a.document AS document, source.name AS source, m.count AS mentions, a.iri AS article
ORDER BY coalesce(date, '') DESC, document, article
LIMIT $limit
