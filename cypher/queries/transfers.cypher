// title: Transfers
// summary: Who gave, sold or sent what to whom: arms, troops, ammunition, technology, aid.
//   A transfer without a date in the text counts on the days on which it was reported.
// parameter: supplier (agent, default null) who gave. Example: North Korea
// parameter: receiver (agent, default null) who received. Example: Russia
// parameter: what (string, default null) words of what was transferred. Example: troops
// parameter: from (date, default null) first day of the period. Example: 2024
// parameter: to (end-date, default null) last day of the period. Example: 2025
// parameter: include_claimed (boolean, default false) also transfers that are only claimed by somebody
// parameter: include_nonfactual (boolean, default false) also what is denied, planned or hypothetical
// parameter: limit (integer, default 100) how many rows at most
// columns: supplier, what, receiver, date, polarity, modality, asserted, reported, articles, confidence, sentence, statement
MATCH (s:Statement {predicate: 'TRANSFERRED'})
WHERE ($include_claimed OR s.asserted)
  AND ($include_nonfactual OR (s.polarity = 'positive' AND s.modality = 'factual'))
  AND ($supplier IS NULL OR s.subject IN $supplier)
  AND ($receiver IS NULL OR s.object IN $receiver)
  AND ($what IS NULL OR toLower(s.detail) CONTAINS toLower($what))
WITH s, replace(split(s.valid_from, '/')[0], '~', '') AS began, replace(last(split(s.valid_from, '/')), '~', '') AS ended,
     toString(s.first_seen) AS first_seen, toString(s.last_seen) AS last_seen
WITH s, began, first_seen, coalesce(began, first_seen) AS first_day, coalesce(ended, last_seen) AS last_day
WHERE ($from IS NULL OR last_day >= substring($from, 0, size(last_day)))
  AND ($to IS NULL OR first_day <= $to)
MATCH (supplier:Entity {iri: s.subject})
MATCH (receiver:Entity {iri: s.object})
RETURN supplier.name AS supplier, s.detail AS what, receiver.name AS receiver, s.valid_from AS date, s.polarity AS polarity,
       s.modality AS modality, s.asserted AS asserted, first_seen AS reported, s.articles AS articles, s.confidence AS confidence,
       COLLECT { MATCH (v:Evidence)-[:SUPPORTS]->(s) RETURN v.sentence AS text ORDER BY CASE WHEN v.asserted THEN 0 ELSE 1 END, v.confidence DESC, v.iri LIMIT 1 }[0] AS sentence,
       s.iri AS statement
ORDER BY coalesce(first_day, '') DESC, supplier, receiver, statement
LIMIT $limit
