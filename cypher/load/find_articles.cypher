// The articles of a document, or the one of an IRI.
MATCH (article:Article)
WHERE article.document = $document OR article.iri = $document
RETURN article.iri AS iri, article.document AS document
