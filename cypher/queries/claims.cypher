// title: Claims
// summary: What an official, nation or organisation said, through which medium, and about whom.
//   What its officials said counts for a nation or organisation too.
// parameter: speaker (agent) who said it. Example: Lavrov
// parameter: about (entity, default null) whom or what it speaks of. Example: North Korea
// parameter: from (date, default null) first day of report. Example: 2025-07
// parameter: to (end-date, default null) last day of report. Example: 2025-07
// parameter: include_claimed (boolean, default false) also words that are only said to have been spoken
// parameter: limit (integer, default 100) how many rows at most
// columns: reported, speaker, text, direct, about, media, articles, claim
UNWIND $speaker AS named
MATCH (home:Entity {iri: named})
CALL (home) {
  MATCH (home)-[:SAID]->(c:Claim)
  RETURN home AS speaker, c
  UNION
  MATCH (home)<-[:OF]-(:Position)<-[:HOLDS]-(official)-[:SAID]->(c:Claim)
  RETURN official AS speaker, c
}
WITH DISTINCT speaker, c
WHERE ($include_claimed OR c.asserted)
  AND ($about IS NULL OR EXISTS { MATCH (c)-[:ABOUT]->(one) WHERE one.iri IN $about })
  AND ($from IS NULL OR toString(c.last_seen) >= $from)
  AND ($to IS NULL OR toString(c.first_seen) <= $to)
RETURN toString(c.first_seen) AS reported, speaker.name AS speaker, c.text AS text, c.direct AS direct,
       COLLECT { MATCH (c)-[:ABOUT]->(one) WHERE NOT one:Event RETURN DISTINCT one.name AS name ORDER BY name } AS about,
       COLLECT { MATCH (v:Evidence)-[:SUPPORTS]->(c) WHERE v.medium IS NOT NULL RETURN DISTINCT v.medium AS name ORDER BY name } AS media,
       c.articles AS articles, c.iri AS claim
ORDER BY coalesce(reported, '') DESC, speaker, claim
LIMIT $limit
