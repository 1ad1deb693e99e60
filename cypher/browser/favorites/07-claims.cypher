// 7 Who said what, about whom
MATCH path = (:Agent)-[:SAID]->(claim:Claim)
OPTIONAL MATCH about = (claim)-[:ABOUT]->(:Agent)
RETURN path, about
LIMIT 100
