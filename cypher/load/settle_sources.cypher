// Writes the names of sources.
UNWIND $rows AS row
MATCH (source:Source {iri: row.iri})
SET source += row.properties
RETURN count(*) AS written
