"""What is exported, from a store or from article graphs: the same articles give the same knowledge either way.

What is computed from evidence across articles (numbers of articles, confidence, first and last report) is left out, except
whether some article asserts a thing in its own voice.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol, runtime_checkable

from etl.model import Article, ArticleGraph, Entity, Evidence, Scalar, Statement
from etl.model.naming import Vote, elect, name, surfaces
from etl.ontology import ontology, validate

# Computed from live evidence by the load; what passages say of an exercise too.
_WEIGHED = frozenset({"asserted", "articles", "sources", "confidence", "first_seen", "last_seen"})
_JUDGED = frozenset({"status", "kind", "forces", "aim"})


@runtime_checkable
class Streams(Protocol):
    """The streams of a store."""

    def entities(self) -> Iterator[Entity]: ...
    def statements(self) -> Iterator[Statement]: ...
    def evidence(self) -> Iterator[tuple[str, Evidence]]: ...
    def articles(self) -> Iterator[tuple[str, Article]]: ...


@dataclass(slots=True)
class Knowledge:
    """Entities, statements, passages (with the IRI of their article) and articles, each by IRI.

    `asserted` holds the IRIs of what some passage asserts in the voice of its article; `quarantined` says which documents
    do not fit the ontology and were left out.
    """

    entities: dict[str, Entity] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)
    evidence: dict[str, tuple[str, Evidence]] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    asserted: set[str] = field(default_factory=set)
    quarantined: list[str] = field(default_factory=list)

    def add_evidence(self, article: str, evidence: Evidence) -> None:
        self.evidence[evidence.iri(article)] = article, evidence
        if evidence.asserted:
            self.asserted.update(evidence.supports)


def from_store(store: Streams) -> Knowledge:
    """Return what stands in a store."""
    found = Knowledge()
    found.entities = {each.iri: _bare(each) for each in store.entities()}
    found.statements = {each.iri: each for each in store.statements()}
    found.articles = dict(store.articles())
    for article, evidence in store.evidence():
        found.add_evidence(article, evidence)
    return found


def from_graphs(graphs: Iterable[ArticleGraph]) -> Knowledge:
    """Return what `graphs` say together; an article that comes twice counts once, entities are named as the load does it."""
    found, votes = Knowledge(), _Votes()
    for graph in graphs:
        article = graph.article.iri
        if article in found.articles:
            continue
        if validate(graph):
            found.quarantined.append(graph.article.document)
            continue
        found.articles[article] = graph.article
        for each in graph.evidence:
            found.add_evidence(article, each)
        supported = {iri for each in graph.evidence for iri in each.supports}
        found.statements.update((each.iri, each) for each in graph.statements if each.iri in supported)
        votes.add(graph)
    found.entities = votes.entities()
    return found


def surer(found: Knowledge, least: float) -> Knowledge:
    """Return the knowledge without passages of less confidence, and without the statements and situations only they support."""
    kept = {iri: each for iri, each in found.evidence.items() if each[1].confidence >= least}
    supported = {iri for _, evidence in kept.values() for iri in evidence.supports}
    classes = ontology().classes
    gone = {iri for iri, each in found.entities.items() if classes[each.cls].is_a("Situation") and iri not in supported}
    sure = Knowledge(articles=found.articles, quarantined=found.quarantined)
    sure.entities = {iri: each for iri, each in found.entities.items() if iri not in gone}
    sure.statements = {
        iri: each for iri, each in found.statements.items() if iri in supported and gone.isdisjoint((each.subject, each.object))
    }
    known = sure.entities.keys() | sure.statements.keys()
    for article, evidence in kept.values():
        sure.add_evidence(article, replace(evidence, supports=tuple(each for each in evidence.supports if each in known)))
    return sure


def _bare(entity: Entity) -> Entity:
    """Return `entity` without what is computed from evidence."""
    if not ontology().classes[entity.cls].is_a("Situation"):
        return entity
    computed = _WEIGHED | _JUDGED if entity.cls == "Exercise" else _WEIGHED
    return Entity(entity.iri, entity.cls, {key: value for key, value in entity.properties.items() if key not in computed})


class _Votes:
    """Collects what articles say of entities, and elects the values that may be worded differently."""

    def __init__(self) -> None:
        self._classes: dict[str, str] = {}
        self._fixed: dict[str, dict[str, Scalar]] = {}
        self._votes: dict[str, dict[str, list[Vote]]] = {}

    def add(self, graph: ArticleGraph) -> None:
        names = surfaces(graph)
        for each in graph.entities:
            self._entity(each, name(each, names.get(each.iri, ()), graph))

    def _entity(self, entity: Entity, called: str) -> None:
        known = ontology().classes[entity.cls].properties
        chosen = {key: value for key, value in entity.properties.items() if known[key].chosen}
        given = "name" in chosen
        self._classes.setdefault(entity.iri, entity.cls)
        fixed = self._fixed.setdefault(entity.iri, {})
        fixed.update({key: value for key, value in _bare(entity).properties.items() if key not in chosen})
        votes = self._votes.setdefault(entity.iri, {})
        for key, value in {**chosen, "name": called}.items():
            votes.setdefault(key, []).append(Vote(value, 1, given))

    def entities(self) -> dict[str, Entity]:
        return {iri: Entity(iri, cls, {**self._fixed[iri], **self._elected(iri)}) for iri, cls in self._classes.items()}

    def _elected(self, iri: str) -> Mapping[str, Scalar]:
        elected = {key: elect(votes) for key, votes in self._votes[iri].items()}
        return {key: value for key, value in elected.items() if value is not None}
