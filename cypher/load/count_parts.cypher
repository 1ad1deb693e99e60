// What stands of each article: its passages, what they support, and the entities that it mentions.
UNWIND $rows AS row
MATCH (article:Article {iri: row.iri})
RETURN article.iri AS iri,
       COUNT { (article)<-[:FROM]-(:Evidence) } AS evidence,
       COUNT { (article)<-[:FROM]-(:Evidence)-[:SUPPORTS]->() } AS supports,
       COUNT { (article)<-[:MENTIONED_IN]-(:Entity) } AS mentions
