// Takes the passages of articles away.
UNWIND $rows AS row
MATCH (:Article {iri: row.iri})<-[:FROM]-(evidence:Evidence)
DETACH DELETE evidence
