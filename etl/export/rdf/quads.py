"""From knowledge to quads: every class, relation, property and datatype comes from the ontology.

An entity is typed with its class, the classes above it and those of other vocabularies that they are aligned with. A
statement is a node of its own, and a direct triple exactly where the property graph draws a relationship. The evidence of an
article stands in a graph named by the article; everything else is in the default graph. There are no blank nodes, lists or
language tags.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from etl import ids
from etl.export.rdf.knowledge import Knowledge
from etl.model import Article, Entity, Evidence, Scalar, Statement
from etl.ontology import Property, ontology

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
PREFIXES = {
    "": ids.ONTOLOGY,
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": RDF,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": XSD,
}
TYPE, LABEL = NamedNode(RDF + "type"), NamedNode(PREFIXES["rdfs"] + "label")
SAME_AS, EXACT = NamedNode(PREFIXES["owl"] + "sameAs"), NamedNode(PREFIXES["oa"] + "exact")
SUBJECT, PREDICATE, OBJECT = (NamedNode(RDF + each) for each in ("subject", "predicate", "object"))
# Vocabularies whose classes are written beside our own; an item of Wikidata is no class that other tools look for.
_OUTSIDE = ("schema", "foaf", "org", "prov", "sem", "oa", "rdf")
# Integers are xsd:long, which importers into property graphs read as a number.
_DATATYPES = {
    "integer": NamedNode(XSD + "long"),
    "double": NamedNode(XSD + "double"),
    "boolean": NamedNode(XSD + "boolean"),
    "date": NamedNode(XSD + "date"),
    "dateTime": NamedNode(XSD + "dateTime"),
}

type Graph = NamedNode | DefaultGraph
type Term = NamedNode | Literal


def quads(known: Knowledge) -> Iterator[Quad]:
    """Yield every quad once, in the order of IRIs: entities, statements, articles and sources, then evidence by article."""
    flat = DefaultGraph()
    for iri in sorted(known.entities):
        yield from _entity(known.entities[iri], iri in known.asserted)
    for iri in sorted(known.statements):
        yield from _statement(known.statements[iri], iri in known.asserted)
    for iri in sorted(known.articles):
        yield from _article(iri, known.articles[iri])
    sources = sorted({name for each in known.articles.values() if (name := each.source)})
    typed: set[str] = set()
    for name in sources:
        iri = ids.source(name)
        yield from _types(iri, "Source", flat) if iri not in typed else ()
        yield from _values(iri, "Source", {"name": name}, flat)
        typed.add(iri)
    for iri, (article, evidence) in sorted(known.evidence.items(), key=lambda each: (each[1][0], each[0])):
        yield from _evidence(iri, article, evidence)


def _entity(entity: Entity, asserted: bool) -> Iterator[Quad]:
    flat = DefaultGraph()
    yield from _types(entity.iri, entity.cls, flat)
    values = dict(entity.properties)
    if ontology().classes[entity.cls].is_a("Situation"):
        values["asserted"] = asserted
    yield from _values(entity.iri, entity.cls, values, flat)
    if qid := values.get("qid"):
        yield Quad(NamedNode(entity.iri), SAME_AS, NamedNode(f"{PREFIXES['wd']}{qid}"))


def _statement(statement: Statement, asserted: bool) -> Iterator[Quad]:
    node, flat = NamedNode(statement.iri), DefaultGraph()
    relation = ontology().relations[statement.predicate]
    subject, predicate, object_ = NamedNode(statement.subject), NamedNode(relation.iri), NamedNode(statement.object)
    yield from _types(statement.iri, "Statement", flat)
    yield Quad(node, SUBJECT, subject)
    yield Quad(node, PREDICATE, predicate)
    yield Quad(node, OBJECT, object_)
    keys = ("predicate", "polarity", "modality", "valid_from", "valid_to", "detail")
    values = {key: getattr(statement, key) for key in keys} | {"asserted": asserted}
    yield from _values(statement.iri, "Statement", values, flat)


def direct(known: Knowledge) -> Iterator[Quad]:
    """Yield each triple that the property graph draws as a relationship, once however many statements say it."""
    drawn = {
        (each.subject, predicate, each.object)
        for iri, each in known.statements.items()
        if _drawn(each, iri in known.asserted)
        for predicate in _predicates(each.predicate)
    }
    for subject, predicate, object_ in sorted(drawn):
        yield Quad(NamedNode(subject), NamedNode(predicate), NamedNode(object_))


def _predicates(type_: str) -> list[str]:
    """Return the relation and what SKOS calls it: a mapping is what other tools look for, and follows no inference of ours."""
    relation = ontology().relations[type_]
    return [relation.iri, *(each for each in relation.aligned if each.startswith(PREFIXES["skos"]))]


def _drawn(statement: Statement, asserted: bool) -> bool:
    if ontology().relations[statement.predicate].projection == "always":
        return True
    return asserted and statement.polarity == "positive" and statement.modality == "factual"


def _article(iri: str, article: Article) -> Iterator[Quad]:
    flat = DefaultGraph()
    yield from _types(iri, "Article", flat)
    values = {"document": article.document, "date": article.date, "title": article.title, "url": article.url}
    yield from _values(iri, "Article", values, flat)
    if article.source:
        yield from _relation(iri, "PUBLISHED_BY", ids.source(article.source), flat)


def _evidence(iri: str, article: str, evidence: Evidence) -> Iterator[Quad]:
    graph = NamedNode(article)
    yield from _types(iri, "Evidence", graph)
    yield from _relation(iri, "FROM", article, graph)
    for supported in dict.fromkeys(evidence.supports):
        yield from _relation(iri, "SUPPORTS", supported, graph)
    keys = ("sentence", "start", "end", "cue", "cue_start", "cue_end", "rule", "confidence", "asserted", "speaker", "medium",
            "status", "kind", "forces", "aim")  # fmt: skip
    yield from _values(iri, "Evidence", {key: getattr(evidence, key) for key in keys}, graph)
    spans = _property("Evidence", "spans")
    for text in dict.fromkeys(f"{each.role}:{each.start}-{each.end}" for each in evidence.spans):
        yield Quad(NamedNode(iri), NamedNode(spans.iri), literal(text, spans), graph)
    yield Quad(NamedNode(iri), EXACT, Literal(evidence.sentence), graph)


def _types(iri: str, cls: str, graph: Graph) -> Iterator[Quad]:
    for each in _classes(cls):
        yield Quad(NamedNode(iri), TYPE, each, graph)


def _values(iri: str, cls: str, values: Mapping[str, Scalar | None], graph: Graph) -> Iterator[Quad]:
    for key, value in sorted(values.items()):
        if value is not None:
            known = _property(cls, key)
            yield Quad(NamedNode(iri), NamedNode(known.iri), literal(value, known), graph)
            if key == "name":
                yield Quad(NamedNode(iri), LABEL, Literal(str(value)), graph)


def _relation(subject: str, type_: str, object_: str, graph: Graph) -> Iterator[Quad]:
    """Yield a relation of provenance under its own name and under those of other vocabularies."""
    relation = ontology().relations[type_]
    for predicate in (relation.iri, *_outside(relation.aligned)):
        yield Quad(NamedNode(subject), NamedNode(predicate), NamedNode(object_), graph)


@cache
def _classes(cls: str) -> tuple[NamedNode, ...]:
    classes = [ontology().classes[each] for each in (cls, *ontology().classes[cls].ancestors)]
    return tuple(NamedNode(iri) for iri in dict.fromkeys(iri for each in classes for iri in (each.iri, *_outside(each.aligned))))


def _outside(aligned: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(iri for iri in aligned if iri.startswith(tuple(PREFIXES[each] for each in _OUTSIDE))))


def _property(cls: str, key: str) -> Property:
    return ontology().classes[cls].properties[key]


def literal(value: Scalar, known: Property) -> Literal:
    """Return `value` as a literal of the datatype that the ontology gives its property; text carries no datatype."""
    if known.datatype == "string":
        return Literal(str(value))
    text = str(value).lower() if isinstance(value, bool) else repr(value) if isinstance(value, float) else str(value)
    return Literal(text, datatype=_DATATYPES[known.datatype])
