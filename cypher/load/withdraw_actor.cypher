// Takes relationships ACTOR away whose statements hold no more.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
UNWIND $rows AS row
MATCH (:Entity {iri: row.subject})-[r:ACTOR {statement: row.statement}]->()
DELETE r
