// title: Unconfirmed
// summary: What is only claimed: events and exercises that no article asserts in its own voice, with who says so.
// parameter: about (agent, default null) an actor, target or participant. Example: Russia
// parameter: speaker (agent, default null) who claims it. Example: South Korea
// parameter: limit (integer, default 100) how many rows at most
// columns: what, name, polarity, modality, date, speakers, media, reported, articles, sentence, iri
MATCH (e:Situation)
WHERE (e:Event OR e:Exercise) AND NOT e.asserted
  AND ($about IS NULL OR EXISTS { MATCH (e)-[:ACTOR|TARGET|AIMED_AT|PARTICIPATED_IN]-(one) WHERE one.iri IN $about })
  AND ($speaker IS NULL OR EXISTS { MATCH (v:Evidence)-[:SUPPORTS]->(e) WHERE v.speaker IN $speaker })
RETURN CASE WHEN e:Exercise THEN 'EXERCISE' ELSE e.type END AS what, e.name AS name, e.polarity AS polarity, e.modality AS modality,
       e.`when` AS date,
       COLLECT { MATCH (v:Evidence)-[:SUPPORTS]->(e) WHERE v.speaker IS NOT NULL OPTIONAL MATCH (s:Entity {iri: v.speaker})
                 RETURN DISTINCT coalesce(s.name, v.speaker) AS who ORDER BY who } AS speakers,
       COLLECT { MATCH (v:Evidence)-[:SUPPORTS]->(e) WHERE v.medium IS NOT NULL RETURN DISTINCT v.medium AS who ORDER BY who } AS media,
       toString(e.first_seen) AS reported, e.articles AS articles,
       COLLECT { MATCH (v:Evidence)-[:SUPPORTS]->(e) RETURN v.sentence AS text ORDER BY v.confidence DESC, v.iri LIMIT 1 }[0] AS sentence,
       e.iri AS iri
ORDER BY coalesce(toString(e.earliest), reported, '') DESC, iri
LIMIT $limit
