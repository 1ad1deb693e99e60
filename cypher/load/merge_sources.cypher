// Brings in the sources of articles.
UNWIND $rows AS row
MERGE (source:Source {iri: row.iri})
WITH source, row, source.name AS before
SET source.name = coalesce(before, row.name)
RETURN row.iri AS iri, before
