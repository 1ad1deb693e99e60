// Brings in articles; one that came under two documents is kept under the lesser.
UNWIND $rows AS row
MERGE (article:Article {iri: row.iri})
WITH article, row, article.document AS before
SET article += CASE WHEN before IS NULL OR row.properties.document < before THEN row.properties ELSE {} END
RETURN row.iri AS iri, before IS NULL AS fresh
