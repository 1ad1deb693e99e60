// What each article calls each entity of one class; the class stands for Agent.
MATCH (n:Agent)-[m:MENTIONED_IN]->(a:Article)
RETURN n.iri AS iri, n.name AS name, n.nation AS nation, m.names AS names, a.document AS document
