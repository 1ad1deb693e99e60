// The number of statements by predicate.
MATCH (statement:Statement)
RETURN statement.predicate AS predicate, count(*) AS number
