// Brings in statements; one that has been weighed stood here before.
UNWIND $rows AS row
MERGE (statement:Statement {iri: row.iri})
WITH statement, row, statement.articles IS NULL AS fresh
SET statement += row.properties
RETURN row.iri AS iri, fresh
