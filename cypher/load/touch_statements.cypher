// The statements that articles support. Setting a property locks each until the transaction ends.
UNWIND $rows AS row
MATCH (:Article {iri: row.iri})<-[:FROM]-(:Evidence)-[:SUPPORTS]->(statement:Statement)
WITH DISTINCT statement
SET statement.predicate = statement.predicate
RETURN statement.iri AS iri, properties(statement) AS properties
