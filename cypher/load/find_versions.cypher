// The articles that stand under the documents of the rows.
UNWIND $rows AS row
MATCH (article:Article {document: row.document})
RETURN article.iri AS iri, article.document AS document
