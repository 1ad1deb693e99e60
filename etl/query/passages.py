"""Passages of a store: the evidence of facts, with what it speaks for, as graphs of their articles."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from etl import ids
from etl.errors import UnknownName
from etl.interchange import nodes
from etl.model import ArticleGraph, Entity, Statement
from etl.query.answers import Read
from etl.query.asked import Asked
from etl.query.kinds import SYMMETRIC
from etl.query.pattern import Sought

_ORDER = """
RETURN DISTINCT v.iri AS iri, v.rule = 'reference' AS known, coalesce(toString(a.date), '') AS date,
       a.document AS document, v.start AS begins
"""
_FACTS = """
CALL () {{
  MATCH (f:Statement) WHERE f.iri IN $iris RETURN f
  UNION
  MATCH (f:Situation) WHERE f.iri IN $iris RETURN f
}}
MATCH (f)<-[:SUPPORTS]-(v:Evidence)-[:FROM]->(a:Article)
{order}
"""
_WHOLE = """
MATCH (v:Evidence)-[:FROM]->(a:Article)
WHERE v.iri IN $iris
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(s:Source)
RETURN properties(v) AS evidence, properties(a) AS article, s.name AS source,
       [(v)-[supports:SUPPORTS]->(f) | [supports.rank, f.iri]] AS supports
"""


@dataclass(frozen=True, slots=True)
class Passages:
    """The first pieces of evidence, as one graph for each article after its IRI, and how many there are in all.

    The store keeps no texts, so that the text of each article is empty.
    """

    graphs: list[tuple[str, ArticleGraph]]
    total: int


def of_fact(read: Read, asked: Asked, limit: int) -> Passages:
    """Return the evidence of a statement, event, exercise or claim, or the one piece that is asked for; raises UnknownName."""
    iris = sorted(asked.iris)
    found = read(f"MATCH (v:Evidence)-[:FROM]->(a:Article) WHERE v.iri IN $iris {_ORDER}", iris=iris).rows
    found = found or read(_FACTS.format(order=_ORDER), iris=iris).rows
    if not found:
        raise UnknownName(
            f"{asked.fact!r} is no statement, event, exercise, claim or evidence of the store",
            hint="Give an IRI of a column statement, event, iri, claim or evidence of `entente query run`, or names.",
        )
    return _passages(read, found, limit)


def of_pattern(read: Read, wanted: Sought, limit: int) -> Passages:
    """Return the evidence of the facts that fit a pattern."""
    facts = _events(read, wanted) if wanted.pattern.is_event else _statements(read, wanted)
    return _passages(read, read(_FACTS.format(order=_ORDER), iris=sorted(facts)).rows if facts else [], limit)


def of_article(read: Read, document: str) -> Passages:
    """Return all the evidence of a document; raises UnknownName where the store does not hold it."""
    known = "MATCH (a:Article) WHERE a.document IN $documents OR a.iri IN $documents RETURN a.iri AS iri"
    named = [document, ids.iri(ids.path_of(document))]
    if not read(known, documents=named).rows:
        raise UnknownName(
            f"no article of the document {document!r} is in the store",
            hint="`entente query run articles` lists the documents; or give the file: entente why ARTICLE:SENTENCE FILE.",
        )
    where = "MATCH (v:Evidence)-[:FROM]->(a:Article) WHERE a.document IN $documents OR a.iri IN $documents"
    rows = read(f"{where} {_ORDER}", documents=named).rows
    return _passages(read, rows, len(rows))


def _events(read: Read, wanted: Sought) -> set[str]:
    roles = ["ACTOR", "TARGET"] if wanted.pattern.predicate in SYMMETRIC else None
    sides = [(wanted.subject_iris, roles or ["ACTOR"]), (wanted.object_iris, roles or ["TARGET"])]
    found = [_events_of(read, wanted.pattern.predicate, iris, names) for iris, names in sides if iris]
    return set.intersection(*found)


def _events_of(read: Read, type_: str | None, iris: list[str], roles: list[str]) -> set[str]:
    rows = read(
        "MATCH (s:Statement) WHERE s.object IN $iris AND s.predicate IN $roles "
        "MATCH (e:Event {iri: s.subject}) WHERE e.type = $type RETURN DISTINCT e.iri AS iri",
        iris=iris, roles=roles, type=type_,
    ).rows  # fmt: skip
    return {row["iri"] for row in rows}


def _statements(read: Read, wanted: Sought) -> set[str]:
    one, other, predicate = wanted.subject_iris, wanted.object_iris, wanted.pattern.predicate
    ends = [(one, other), (other, one)] if predicate in {None, "ALLIED_WITH"} else [(one, other)]
    found: set[str] = set(one) if predicate is None else set()
    for subjects, objects in ends:
        conditions = ["s.subject IN $subjects"] * bool(subjects) + ["s.object IN $objects"] * bool(objects)
        conditions += ["s.predicate = $predicate"] * (predicate is not None)
        text = f"MATCH (s:Statement) WHERE {' AND '.join(conditions)} RETURN s.iri AS iri"
        found |= {row["iri"] for row in read(text, subjects=subjects, objects=objects, predicate=predicate).rows}
    return found


def _passages(read: Read, found: list[dict[str, Any]], limit: int) -> Passages:
    """Read the first pieces of evidence, those of the news before those of the gazetteer."""
    order = sorted(found, key=lambda row: (row["known"], row["date"], row["document"], row["begins"], row["iri"]))
    chosen = list(dict.fromkeys(row["iri"] for row in order))
    return Passages(_graphs(read, chosen[:limit]), len(chosen))


def _graphs(read: Read, iris: list[str]) -> list[tuple[str, ArticleGraph]]:
    """Return one graph for each article with its evidence, in the order of `iris`."""
    rows = {row["evidence"]["iri"]: row for row in read(_WHOLE, iris=iris).rows} if iris else {}
    supported = {iri for row in rows.values() for _, iri in row["supports"]}
    statements = {each.iri: each for each in _known_statements(read, supported)}
    ends = supported | {end for each in statements.values() for end in (each.subject, each.object)}
    ends |= {row["evidence"]["speaker"] for row in rows.values() if row["evidence"].get("speaker")}
    entities = list(_known_entities(read, ends))
    parted: dict[str, list[dict[str, Any]]] = {}
    for iri in iris:
        if iri in rows:
            parted.setdefault(rows[iri]["article"]["iri"], []).append(rows[iri])
    return [(iri, _graph(same, entities, statements.values())) for iri, same in parted.items()]


def _known_statements(read: Read, iris: Iterable[str]) -> Iterable[Statement]:
    rows = read("MATCH (s:Statement) WHERE s.iri IN $iris RETURN properties(s) AS known", iris=sorted(iris)).rows
    return (nodes.statement(row["known"]) for row in rows)


def _known_entities(read: Read, iris: Iterable[str]) -> Iterable[Entity]:
    text = "MATCH (e:Entity) WHERE e.iri IN $iris RETURN labels(e) AS labels, properties(e) AS known"
    return (nodes.entity(row["labels"], row["known"]) for row in read(text, iris=sorted(iris)).rows)


def _graph(rows: list[dict[str, Any]], entities: Iterable[Entity], statements: Iterable[Statement]) -> ArticleGraph:
    """Return the graph of one article with its evidence."""
    article = nodes.article(rows[0]["article"], rows[0]["source"])
    evidence = tuple(nodes.evidence(row["evidence"], row["supports"]) for row in rows)
    return ArticleGraph(article, tuple(entities), tuple(statements), evidence)
