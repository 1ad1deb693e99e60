// The number of articles, of their passages and of their sources.
RETURN COUNT { (:Article) } AS articles, COUNT { (:Evidence) } AS evidence, COUNT { (:Source) } AS sources
