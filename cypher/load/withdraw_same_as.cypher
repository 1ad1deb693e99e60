// Takes relationships SAME_AS away whose statements hold no more.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
UNWIND $rows AS row
MATCH (:Entity {iri: row.subject})-[r:SAME_AS {statement: row.statement}]->()
DELETE r
