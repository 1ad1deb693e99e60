// What statements say.
UNWIND $rows AS row
MATCH (statement:Statement {iri: row.iri})
RETURN statement.iri AS iri, properties(statement) AS properties
