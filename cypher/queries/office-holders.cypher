// title: Office holders
// summary: Who holds which office of a nation or organisation: on a day, or as far as is known now.
//   An office of known term counts from its beginning to its end; one that articles report without a term counts in the years
//   from the first report to the last. Without a day, every office that is not known to have ended is listed.
// parameter: home (nation|organization) whose offices are asked for. Example: North Korea
// parameter: on (date, default null) the day that is asked for. Example: 2019-03-01
// parameter: office (string, default null) words of the office's name. Example: foreign
// parameter: former (boolean, default false) also those whom an article calls former holders
// parameter: include_claimed (boolean, default false) also what is only claimed by somebody
// parameter: include_nonfactual (boolean, default false) also what is denied, planned or hypothetical
// columns: office, official, since, until, first_seen, last_seen, articles, sources, confidence, statement
UNWIND $home AS named
MATCH (home:Entity {iri: named})<-[:OF]-(position:Position)
WHERE $office IS NULL OR toLower(position.name) CONTAINS toLower($office)
WITH DISTINCT position
MATCH (s:Statement {object: position.iri})
WHERE s.predicate = 'HOLDS'
  AND ($include_claimed OR s.asserted)
  AND ($include_nonfactual OR (s.polarity = 'positive' AND s.modality = 'factual'))
  AND ($former OR coalesce(s.detail, '') <> 'former')
MATCH (official:Entity {iri: s.subject})
WITH position, s, official, replace(s.valid_from, '~', '') AS began, replace(s.valid_to, '~', '') AS ended,
     toString(s.first_seen) AS first_seen, toString(s.last_seen) AS last_seen
WHERE CASE
  WHEN $on IS NULL THEN ended IS NULL OR ended = '..'
  WHEN began IS NULL AND ended IS NULL
    THEN substring(first_seen, 0, 4) <= substring($on, 0, 4) AND substring(last_seen, 0, 4) >= substring($on, 0, 4)
  ELSE (began IS NULL OR began <= $on) AND (ended IS NULL OR ended = '..' OR ended >= substring($on, 0, size(ended)))
END
RETURN position.name AS office, official.name AS official, s.valid_from AS since, s.valid_to AS until, first_seen, last_seen,
       s.articles AS articles, s.sources AS sources, s.confidence AS confidence, s.iri AS statement
ORDER BY office, coalesce(began, first_seen, ''), official, statement
