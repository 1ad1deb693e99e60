"""What an ArticleGraph must keep to before it may be loaded or exported."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from etl.model import ArticleGraph, Entity, Scalar, Statement
from etl.ontology.model import Class, Datatype, Ontology

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_POLARITIES = ("positive", "negative")
_MODALITIES = ("factual", "planned", "hypothetical")

_FITS: Mapping[Datatype, Callable[[Scalar], bool]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "double": lambda value: isinstance(value, float),
    "boolean": lambda value: isinstance(value, bool),
    "date": lambda value: isinstance(value, str) and _DAY.fullmatch(value) is not None,
    "dateTime": lambda value: isinstance(value, str) and "T" in value,
}


def validate_against(ontology: Ontology, graph: ArticleGraph) -> list[str]:
    """Return the problems of `graph`, in its order."""
    classes = {each.iri: each.cls for each in graph.entities}
    problems = list(_repeated("entity", [each.iri for each in graph.entities]))
    for entity in graph.entities:
        problems += _entity(ontology, entity)
    for statement in graph.statements:
        problems += _statement(ontology, classes, statement)
    return problems + list(_evidence(ontology, graph, classes)) + list(_mentions(graph, classes))


def _entity(ontology: Ontology, entity: Entity) -> Iterator[str]:
    cls = ontology.classes.get(entity.cls)
    if cls is None or cls.abstract or not cls.is_a("Entity"):
        yield f"entity {entity.iri}: {entity.cls!r} is no class of entities"
        return
    for key, value in entity.properties.items():
        yield from _property(cls, entity, key, value)


def _property(cls: Class, entity: Entity, key: str, value: Scalar) -> Iterator[str]:
    known = cls.properties.get(key)
    if known is None:
        yield f"entity {entity.iri}: {cls.name} has no property {key!r}"
    elif not _FITS[known.datatype](value):
        yield f"entity {entity.iri}: {key} is {value!r}, not a value of type {known.datatype}"


def _statement(ontology: Ontology, classes: Mapping[str, str], statement: Statement) -> Iterator[str]:
    here = f"statement {statement.subject} {statement.predicate} {statement.object}"
    relation = ontology.relations.get(statement.predicate)
    if relation is None or relation.projection == "none":
        yield f"{here}: {statement.predicate!r} is no relation of statements"
        return
    for side, iri, allowed in (("subject", statement.subject, relation.domain), ("object", statement.object, relation.range)):
        cls = ontology.classes.get(classes.get(iri, ""))
        if iri not in classes:
            yield f"{here}: its {side} is not among the entities"
        elif cls is not None and not cls.is_a(*allowed):
            yield f"{here}: its {side} is a {cls.name}, not {' or '.join(allowed)}"
    if relation.symmetric and statement.subject > statement.object:
        yield f"{here}: a symmetric statement begins with the lesser key"
    if statement.polarity not in _POLARITIES:
        yield f"{here}: {statement.polarity!r} is no polarity"
    if statement.modality not in _MODALITIES:
        yield f"{here}: {statement.modality!r} is no modality"


def _evidence(ontology: Ontology, graph: ArticleGraph, classes: Mapping[str, str]) -> Iterator[str]:
    situations = {iri for iri, name in classes.items() if (cls := ontology.classes.get(name)) and cls.is_a("Situation")}
    statements = [each.iri for each in graph.statements]
    known = situations.union(statements)
    supported: set[str] = set()
    for evidence in graph.evidence:
        here = f"evidence {evidence.rule} at {evidence.start}"
        if not evidence.supports:
            yield f"{here}: it supports nothing"
        for iri in evidence.supports:
            if iri not in known:
                yield f"{here}: {iri} is neither a statement nor a situation of this graph"
        if not 0 <= evidence.confidence <= 1:
            yield f"{here}: its confidence {evidence.confidence} is not between 0 and 1"
        supported.update(evidence.supports)
    yield from _repeated("statement", statements)
    yield from _repeated("evidence", [each.iri(graph.article.iri) for each in graph.evidence if each.supports])
    for iri in sorted(known - supported):
        yield f"{iri} has no evidence"


def _mentions(graph: ArticleGraph, classes: Mapping[str, str]) -> Iterator[str]:
    for iri in sorted({each.entity for each in graph.mentions} - set(classes)):
        yield f"mention of {iri}: it is not among the entities"


def _repeated(kind: str, iris: list[str]) -> Iterator[str]:
    for iri, times in Counter(iris).items():
        if times > 1:
            yield f"{kind} {iri} stands {times} times in one graph"
