// Writes what the live articles make of entities.
UNWIND $rows AS row
MATCH (entity:Entity {iri: row.iri})
SET entity += row.properties
RETURN count(*) AS written
