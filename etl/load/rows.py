"""From an ArticleGraph to the rows that the statements of `cypher/load/` take."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from etl import ids
from etl.load.batch import Row
from etl.model import ArticleGraph, Entity, Evidence, Statement, naming
from etl.ontology import ontology


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One entity of one article: what follows from its identity, and what the article calls it by."""

    iri: str
    cls: str
    properties: dict[str, Any]
    chosen: dict[str, Any]
    mention: dict[str, Any]


@dataclass(frozen=True, slots=True)
class GraphRows:
    """Everything that one article brings into the store."""

    iri: str
    document: str
    article: Row
    source: Row | None
    entities: tuple[EntityRow, ...]
    statements: tuple[Row, ...]
    evidence: tuple[Row, ...]
    supports: tuple[Row, ...]

    @property
    def size(self) -> int:
        """The number of rows, which is what a transaction is measured by."""
        return 2 + 2 * len(self.entities) + len(self.statements) + len(self.evidence) + len(self.supports)


def rows(graph: ArticleGraph) -> GraphRows:
    """Return the rows of `graph`."""
    article = graph.article
    iri, source = article.iri, ids.source(article.source) if article.source else None
    known = {"document": article.document, "date": article.date, "title": article.title, "url": article.url, "source": source}
    return GraphRows(
        iri,
        article.document,
        {"iri": iri, "properties": known},
        {"article": iri, "source": source, "name": article.source} if source else None,
        tuple(_entities(graph)),
        tuple(_statement(each) for each in graph.statements),
        tuple(_evidence(iri, each) for each in graph.evidence),
        tuple(
            {"evidence": each.iri(iri), "supported": supported, "rank": rank}
            for each in graph.evidence
            for rank, supported in enumerate(dict.fromkeys(each.supports))
        ),
    )


def _entities(graph: ArticleGraph) -> list[EntityRow]:
    names, counts = naming.surfaces(graph), _counts(graph)
    return [_entity(graph, each, names.get(each.iri, []), counts[each.iri]) for each in graph.entities]


def _entity(graph: ArticleGraph, entity: Entity, names: list[str], count: int) -> EntityRow:
    known = ontology().classes[entity.cls].properties
    properties = {key: value for key, value in entity.properties.items() if not known[key].chosen}
    chosen = {key: value for key, value in entity.properties.items() if known[key].chosen}
    mention = {"count": count, "names": names, "given": "name" in chosen}
    chosen["name"] = naming.name(entity, names, graph)
    return EntityRow(entity.iri, entity.cls, properties, chosen, {**mention, **chosen})


def _counts(graph: ArticleGraph) -> Counter[str]:
    """Return how often `graph` speaks of each entity: by its mentions, by its passages where no words stand for it."""
    ends = {each.iri: (each.subject, each.object) for each in graph.statements}
    passages: Counter[str] = Counter()
    for each in graph.evidence:
        passages.update({end for supported in each.supports for end in ends.get(supported, (supported,))})
    return Counter({**passages, **Counter(each.entity for each in graph.mentions)})


def _statement(statement: Statement) -> Row:
    fields = ("subject", "predicate", "object", "polarity", "modality", "valid_from", "valid_to", "detail")
    return {"iri": statement.iri, "properties": {key: getattr(statement, key) for key in fields}}


def _evidence(article: str, evidence: Evidence) -> Row:
    fields = ("sentence", "start", "end", "cue", "cue_start", "cue_end", "rule", "confidence", "asserted", "speaker", "medium",
              "status", "kind", "forces", "aim")  # fmt: skip
    properties = {key: getattr(evidence, key) for key in fields}
    properties["spans"] = [f"{span.role}:{span.start}-{span.end}" for span in evidence.spans]
    return {"article": article, "iri": evidence.iri(article), "properties": properties}
