// Takes articles away.
UNWIND $rows AS row
MATCH (article:Article {iri: row.iri})
DETACH DELETE article
