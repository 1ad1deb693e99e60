// How many live articles call entities by each value that may be worded differently.
UNWIND $rows AS row
MATCH (entity:Entity {iri: row.iri})-[mentioned:MENTIONED_IN]->(:Article)
RETURN entity.iri AS iri, mentioned.name AS name, mentioned.title AS title, mentioned.text AS text, mentioned.direct AS direct,
       count(*) AS votes
