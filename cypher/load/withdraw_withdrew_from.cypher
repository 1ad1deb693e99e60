// Takes relationships WITHDREW_FROM away whose statements hold no more.
// Generated from schema/ontology.ttl by `python -m etl.ontology.cypher`.
UNWIND $rows AS row
MATCH (:Entity {iri: row.subject})-[r:WITHDREW_FROM {statement: row.statement}]->()
DELETE r
