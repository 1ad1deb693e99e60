// Takes relationships TOOK_PLACE_IN away whose statements hold no more.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
UNWIND $rows AS row
MATCH (:Entity {iri: row.subject})-[r:TOOK_PLACE_IN {statement: row.statement}]->()
DELETE r
