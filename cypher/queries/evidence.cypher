// title: Evidence of a fact
// summary: The passages behind a fact: article, sentence, cue, rule and confidence.
//   The fact is given by its IRI (of a statement, event, exercise or claim, as other queries return it), or by subject,
//   predicate and object, any of which may be left out.
// parameter: fact (fact, default null) the fact's IRI. Example: statement/0123456789abcdef
// parameter: subject (entity, default null) the statement's subject. Example: North Korea
// parameter: predicate (predicate, default null) the statement's relationship type. Example: TRANSFERRED
// parameter: object (entity, default null) the statement's object. Example: Russia
// parameter: include_claimed (boolean, default false) also facts that are only claimed by somebody
// parameter: include_nonfactual (boolean, default false) also what is denied, planned or hypothetical
// parameter: limit (integer, default 100) how many rows at most
// columns: fact, date, title, document, sentence, begins, ends, cue, rule, confidence, asserted, speaker, medium, evidence
CALL () {
  MATCH (f:Statement)
  WHERE $fact IS NULL
    AND ($subject IS NULL OR f.subject IN $subject)
    AND ($predicate IS NULL OR f.predicate = $predicate)
    AND ($object IS NULL OR f.object IN $object)
    AND ($include_claimed OR f.asserted)
    AND ($include_nonfactual OR (f.polarity = 'positive' AND f.modality = 'factual'))
  RETURN f
  UNION
  MATCH (f:Statement {iri: $fact})
  RETURN f
  UNION
  MATCH (f:Situation {iri: $fact})
  RETURN f
}
WITH DISTINCT f
MATCH (f)<-[:SUPPORTS]-(v:Evidence)-[:FROM]->(a:Article)
WITH f, v, a
ORDER BY coalesce(toString(a.date), ''), a.document, v.start, v.iri, f.iri
LIMIT $limit
RETURN f.iri AS fact, toString(a.date) AS date, a.title AS title, a.document AS document, v.sentence AS sentence,
       v.start AS begins, v.end AS ends, v.cue AS cue, v.rule AS rule, v.confidence AS confidence, v.asserted AS asserted,
       CASE WHEN v.speaker IS NULL THEN null
         ELSE coalesce(COLLECT { MATCH (speaker:Entity {iri: v.speaker}) RETURN speaker.name }[0], v.speaker) END AS speaker,
       v.medium AS medium, v.iri AS evidence
ORDER BY coalesce(date, ''), document, begins, evidence, fact
