// 1 What is here: how many nodes of each kind
MATCH (n)
WITH CASE WHEN n:Entity THEN [each IN labels(n) WHERE NOT each IN ['Entity', 'Agent', 'Situation', 'Organization']] + ['Organization'] ELSE labels(n) END AS kinds
RETURN kinds[0] AS kind, count(*) AS number
ORDER BY number DESC, kind
