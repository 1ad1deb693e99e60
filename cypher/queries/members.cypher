// title: Members of an organisation
// summary: Which nations belong to an organisation or alliance, want to join it or have left it.
// parameter: organization (organization) whose members are asked for. Example: NATO
// parameter: on (date, default null) the day that is asked for; without it all that is not known to have ended. Example: 2020-01-01
// parameter: include_claimed (boolean, default false) also what is only claimed by somebody
// parameter: include_nonfactual (boolean, default false) also what is denied, planned or hypothetical
// columns: relation, member, detail, since, until, polarity, modality, asserted, articles, confidence, statement
UNWIND $organization AS named
MATCH (organization:Entity {iri: named})
MATCH (s:Statement {object: organization.iri})
WHERE s.predicate IN ['MEMBER_OF', 'SEEKS_MEMBERSHIP', 'WITHDREW_FROM']
  AND ($include_claimed OR s.asserted)
  AND ($include_nonfactual OR (s.polarity = 'positive' AND s.modality = 'factual'))
WITH s, replace(s.valid_from, '~', '') AS began, replace(s.valid_to, '~', '') AS ended
WHERE CASE
  WHEN $on IS NULL THEN ended IS NULL OR ended = '..'
  ELSE (began IS NULL OR began <= $on) AND (ended IS NULL OR ended = '..' OR ended >= substring($on, 0, size(ended)))
END
MATCH (member:Entity {iri: s.subject})
RETURN s.predicate AS relation, member.name AS member, s.detail AS detail, s.valid_from AS since, s.valid_to AS until,
       s.polarity AS polarity, s.modality AS modality, s.asserted AS asserted, s.articles AS articles,
       s.confidence AS confidence, s.iri AS statement
ORDER BY relation, member, coalesce(since, ''), statement
