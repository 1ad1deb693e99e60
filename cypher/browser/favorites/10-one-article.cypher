// 10 The latest article: who acts on whom, where, in which exercises and offices
MATCH (a:Article)
WHERE a.date IS NOT NULL
WITH a ORDER BY a.date DESC, a.iri LIMIT 1
CALL (a) {
  MATCH (s:Event|Exercise)-[:MENTIONED_IN]->(a)
  WHERE s.asserted AND coalesce(s.polarity, 'positive') = 'positive' AND coalesce(s.modality, 'factual') = 'factual'
    AND coalesce(s.mode, '') <> 'exercise'
  MATCH path = (s)-[:ACTOR|TARGET|PARTICIPATED_IN|AIMED_AT|TOOK_PLACE_IN|EDITION_OF]-()
  RETURN path
  UNION
  MATCH path = (official:Official)-[:HOLDS]->(position:Position)-[:OF]->(home)
  WHERE (official)-[:MENTIONED_IN]->(a) AND (position)-[:MENTIONED_IN]->(a) AND (home)-[:MENTIONED_IN]->(a)
  RETURN path
}
RETURN path
