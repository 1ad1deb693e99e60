// title: Paths between two entities
// summary: How two entities are tied, in up to four steps through asserted facts, the shortest first.
//   Of several ways to the entity in the middle of a longer path one stands for all. Common membership in an organisation ties
//   almost every pair of nations, so it is left out unless asked for.
// parameter: a (entity) where the path begins. Example: Russia
// parameter: b (entity) where the path ends. Example: Japan
// parameter: hops (integer, default 4) the longest path, in steps from 1 to 4
// parameter: memberships (boolean, default false) also through memberships of organisations
// parameter: limit (integer, default 25) how many rows at most
// columns: hops, path, relations, iris
UNWIND $a AS named_a
UNWIND $b AS named_b
MATCH (a:Entity {iri: named_a}), (b:Entity {iri: named_b})
CALL (a, b) {
  MATCH (a)-[r:HOLDS|OF|MEMBER_OF|SEEKS_MEMBERSHIP|WITHDREW_FROM|ALLIED_WITH|PARTICIPATED_IN|EDITION_OF|AIMED_AT|ACTOR|TARGET|TOOK_PLACE_IN|TRANSFERRED]-(b)
  WHERE ($memberships OR NOT 'MEMBER_OF' IN [type(r)])
  RETURN [a.iri, b.iri] AS iris, [type(r)] AS relations
  UNION
  MATCH (a)-[r:HOLDS|OF|MEMBER_OF|SEEKS_MEMBERSHIP|WITHDREW_FROM|ALLIED_WITH|PARTICIPATED_IN|EDITION_OF|AIMED_AT|ACTOR|TARGET|TOOK_PLACE_IN|TRANSFERRED]-(m)-[q:HOLDS|OF|MEMBER_OF|SEEKS_MEMBERSHIP|WITHDREW_FROM|ALLIED_WITH|PARTICIPATED_IN|EDITION_OF|AIMED_AT|ACTOR|TARGET|TOOK_PLACE_IN|TRANSFERRED]-(b)
  WHERE $hops >= 2 AND m <> a AND m <> b AND ($memberships OR NOT 'MEMBER_OF' IN [type(r), type(q)])
    AND (NOT m:Situation OR (m.asserted AND coalesce(m.polarity, 'positive') = 'positive'
      AND coalesce(m.modality, 'factual') = 'factual' AND coalesce(m.status, 'held') = 'held'))
  RETURN [a.iri, m.iri, b.iri] AS iris, [type(r), type(q)] AS relations
  UNION
  MATCH (a)-[r:HOLDS|OF|MEMBER_OF|SEEKS_MEMBERSHIP|WITHDREW_FROM|ALLIED_WITH|PARTICIPATED_IN|EDITION_OF|AIMED_AT|ACTOR|TARGET|TOOK_PLACE_IN|TRANSFERRED]-(m)-[q:HOLDS|OF|MEMBER_OF|SEEKS_MEMBERSHIP|WITHDREW_FROM|ALLIED_WITH|PARTICIPATED_IN|EDITION_OF|AIMED_AT|ACTOR|TARGET|TOOK_PLACE_IN|TRANSFERRED]-(x)
  WHERE $hops >= 3 AND m <> a AND m <> b AND x <> a AND x <> b AND ($memberships OR NOT 'MEMBER_OF' IN [type(r), type(q)])
    AND (NOT m:Situation OR (m.asserted AND coalesce(m.polarity, 'positive') = 'positive'
      AND coalesce(m.modality, 'factual') = 'factual' AND coalesce(m.status, 'held') = 'held'))
    AND (NOT x:Situation OR (x.asserted AND coalesce(x.polarity, 'positive') = 'positive'
      AND coalesce(x.modality, 'factual') = 'factual' AND coalesce(x.status, 'held') = 'held'))
  WITH a, b, x, min(m.iri + ' ' + type(r) + ' ' + type(q)) AS leg
  MATCH (x)-[s:HOLDS|OF|MEMBER_OF|SEEKS_MEMBERSHIP|WITHDREW_FROM|ALLIED_WITH|PARTICIPATED_IN|EDITION_OF|AIMED_AT|ACTOR|TARGET|TOOK_PLACE_IN|TRANSFERRED]-(b)
  WHERE ($memberships OR NOT 'MEMBER_OF' IN [type(s)])
  WITH a, b, x, split(leg, ' ') AS leg, min(type(s)) AS last_step
  RETURN [a.iri, leg[0], x.iri, b.iri] AS iris, [leg[1], leg[2], last_step] AS relations
  UNION
  MATCH (a)-[r:HOLDS|OF|MEMBER_OF|SEEKS_MEMBERSHIP|WITHDREW_FROM|ALLIED_WITH|PARTICIPATED_IN|EDITION_OF|AIMED_AT|ACTOR|TARGET|TOOK_PLACE_IN|TRANSFERRED]-(m)-[q:HOLDS|OF|MEMBER_OF|SEEKS_MEMBERSHIP|WITHDREW_FROM|ALLIED_WITH|PARTICIPATED_IN|EDITION_OF|AIMED_AT|ACTOR|TARGET|TOOK_PLACE_IN|TRANSFERRED]-(x)
  WHERE $hops >= 4 AND m <> a AND m <> b AND x <> a AND x <> b AND ($memberships OR NOT 'MEMBER_OF' IN [type(r), type(q)])
    AND (NOT m:Situation OR (m.asserted AND coalesce(m.polarity, 'positive') = 'positive'
      AND coalesce(m.modality, 'factual') = 'factual' AND coalesce(m.status, 'held') = 'held'))
    AND (NOT x:Situation OR (x.asserted AND coalesce(x.polarity, 'positive') = 'positive'
      AND coalesce(x.modality, 'factual') = 'factual' AND coalesce(x.status, 'held') = 'held'))
  WITH a, b, x, min(m.iri + ' ' + type(r) + ' ' + type(q)) AS first_leg
  WITH a, b, collect({iri: x.iri, leg: first_leg}) AS reached
  MATCH (b)-[s:HOLDS|OF|MEMBER_OF|SEEKS_MEMBERSHIP|WITHDREW_FROM|ALLIED_WITH|PARTICIPATED_IN|EDITION_OF|AIMED_AT|ACTOR|TARGET|TOOK_PLACE_IN|TRANSFERRED]-(n)-[t:HOLDS|OF|MEMBER_OF|SEEKS_MEMBERSHIP|WITHDREW_FROM|ALLIED_WITH|PARTICIPATED_IN|EDITION_OF|AIMED_AT|ACTOR|TARGET|TOOK_PLACE_IN|TRANSFERRED]-(x)
  WHERE n <> a AND n <> b AND x <> a AND x <> b AND ($memberships OR NOT 'MEMBER_OF' IN [type(s), type(t)])
    AND (NOT n:Situation OR (n.asserted AND coalesce(n.polarity, 'positive') = 'positive'
      AND coalesce(n.modality, 'factual') = 'factual' AND coalesce(n.status, 'held') = 'held'))
    AND (NOT x:Situation OR (x.asserted AND coalesce(x.polarity, 'positive') = 'positive'
      AND coalesce(x.modality, 'factual') = 'factual' AND coalesce(x.status, 'held') = 'held'))
  WITH a, b, reached, x.iri AS middle, min(n.iri + ' ' + type(t) + ' ' + type(s)) AS last_leg
  UNWIND [one IN reached WHERE one.iri = middle | one.leg] AS first_leg
  WITH a, b, middle, split(first_leg, ' ') AS first_leg, split(last_leg, ' ') AS last_leg
  WHERE first_leg[0] <> last_leg[0]
  RETURN [a.iri, first_leg[0], middle, last_leg[0], b.iri] AS iris, [first_leg[1], first_leg[2], last_leg[1], last_leg[2]] AS relations
}
WITH DISTINCT iris, relations
ORDER BY size(relations), reduce(text = '', each IN iris | text + each + ' '), reduce(text = '', each IN relations | text + each + ' ')
LIMIT $limit
UNWIND range(0, size(iris) - 1) AS place
MATCH (n:Entity) WHERE n.iri = iris[place]
WITH iris, relations, place, n.name AS name
ORDER BY place
WITH iris, relations, collect(name) AS path
RETURN size(relations) AS hops, path, relations, iris
ORDER BY hops, reduce(text = '', each IN iris | text + each + ' '), reduce(text = '', each IN relations | text + each + ' ')
