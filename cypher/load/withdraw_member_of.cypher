// Takes relationships MEMBER_OF away whose statements hold no more.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
UNWIND $rows AS row
MATCH (:Entity {iri: row.subject})-[r:MEMBER_OF {statement: row.statement}]->()
DELETE r
