// How many live articles call sources by each name.
UNWIND $rows AS row
MATCH (source:Source {iri: row.iri})<-[published:PUBLISHED_BY]-(:Article)
RETURN source.iri AS iri, published.name AS name, true AS given, count(*) AS votes
