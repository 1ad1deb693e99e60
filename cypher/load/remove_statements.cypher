// Takes statements away that nothing supports.
UNWIND $rows AS row
MATCH (statement:Statement {iri: row.iri})
DELETE statement
