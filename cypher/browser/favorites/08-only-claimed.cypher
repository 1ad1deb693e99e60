// 8 What nobody asserts in an own voice: events and exercises that are only claimed
MATCH (s:Situation)
WHERE (s:Event OR s:Exercise) AND NOT s.asserted
MATCH path = (s)-[:ACTOR|TARGET|PARTICIPATED_IN|AIMED_AT]-()
RETURN path
LIMIT 100
