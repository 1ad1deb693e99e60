// title: Alliances of a nation
// summary: With whom a nation is allied: its allies by treaty or by report, and the alliances and partnerships it belongs to.
// parameter: nation (nation) whose alliances are asked for. Example: South Korea
// parameter: on (date, default null) the day that is asked for; without it all that is not known to have ended. Example: 2020-01-01
// parameter: include_claimed (boolean, default false) also what is only claimed by somebody
// parameter: include_nonfactual (boolean, default false) also what is denied, planned or hypothetical
// columns: tie, partner, since, until, polarity, modality, asserted, articles, sources, confidence, statement
UNWIND $nation AS named
MATCH (nation:Nation {iri: named})
CALL (nation) {
  MATCH (s:Statement {subject: nation.iri})
  WHERE s.predicate IN ['ALLIED_WITH', 'MEMBER_OF']
  RETURN s, s.object AS other
  UNION ALL
  MATCH (s:Statement {object: nation.iri})
  WHERE s.predicate = 'ALLIED_WITH'
  RETURN s, s.subject AS other
}
WITH s, other, replace(s.valid_from, '~', '') AS began, replace(s.valid_to, '~', '') AS ended
WHERE ($include_claimed OR s.asserted)
  AND ($include_nonfactual OR (s.polarity = 'positive' AND s.modality = 'factual'))
  AND CASE
    WHEN $on IS NULL THEN ended IS NULL OR ended = '..'
    ELSE (began IS NULL OR began <= $on) AND (ended IS NULL OR ended = '..' OR ended >= substring($on, 0, size(ended)))
  END
MATCH (partner:Entity {iri: other})
WHERE s.predicate = 'ALLIED_WITH' OR partner:Alliance
RETURN CASE s.predicate WHEN 'ALLIED_WITH' THEN 'ally' ELSE coalesce(s.detail, 'member') END AS tie, partner.name AS partner,
       s.valid_from AS since, s.valid_to AS until, s.polarity AS polarity, s.modality AS modality, s.asserted AS asserted,
       s.articles AS articles, s.sources AS sources, s.confidence AS confidence, s.iri AS statement
ORDER BY tie, partner, coalesce(since, ''), statement
