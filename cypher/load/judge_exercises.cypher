// What the live evidence says of exercises.
UNWIND $rows AS row
MATCH (exercise:Exercise {iri: row.iri})<-[:SUPPORTS]-(evidence:Evidence)-[:FROM]->(article:Article)
RETURN exercise.iri AS iri, evidence.iri AS evidence, evidence.status AS status, evidence.kind AS kind,
       evidence.forces AS forces, evidence.aim AS aim,
       evidence.asserted AS asserted, evidence.confidence AS confidence, article.date AS date
