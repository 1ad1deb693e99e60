// 9 Who holds which office in one nation now: put another code in place of RUS
MATCH path = (:Official)-[r:HOLDS]->(:Position)-[:OF]->(:Nation {iso3: 'RUS'})
WHERE r.valid_to IS NULL AND coalesce(r.detail, '') <> 'former'
RETURN path
