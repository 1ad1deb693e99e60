// Takes sources away that have no article left.
UNWIND $rows AS row
MATCH (source:Source {iri: row.iri})
WHERE NOT EXISTS { (source)<-[:PUBLISHED_BY]-(:Article) }
DELETE source
