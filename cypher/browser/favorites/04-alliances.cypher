// 4 Who is allied with whom, as far as is known today
MATCH path = (:Nation)-[r:ALLIED_WITH]->(:Nation)
WHERE r.valid_to IS NULL OR r.valid_to = '..'
RETURN path
LIMIT 200
