// 5 One nation and what is around it: put another code in place of PRK
MATCH (n:Nation {iso3: 'PRK'})
MATCH path = (n)-[:ACTOR|TARGET|PARTICIPATED_IN|AIMED_AT|ALLIED_WITH|TRANSFERRED|OF]-(other)
WHERE NOT other:Situation OR other.asserted
RETURN path
LIMIT 100
