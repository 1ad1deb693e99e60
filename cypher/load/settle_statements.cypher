// Writes what the live evidence of statements comes to.
UNWIND $rows AS row
MATCH (statement:Statement {iri: row.iri})
SET statement += row.properties
RETURN count(*) AS written
