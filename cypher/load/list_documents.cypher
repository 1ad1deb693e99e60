// The documents of all articles.
MATCH (article:Article)
RETURN article.document AS document
