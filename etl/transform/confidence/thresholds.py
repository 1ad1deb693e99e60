"""Leaving out what is not sure enough."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from etl.knowledge import remembered
from etl.model import Article, ArticleGraph, Dropped, Evidence
from etl.transform import lexicon
from etl.transform.confidence.features import KIND_NAMES, Features

# Above any confidence: of a kind that never reaches the precision asked for, nothing is kept.
NEVER = 1.1


@remembered
def thresholds(least: float, target: float | None) -> Mapping[str, float]:
    """Return the least confidence of each kind of fact: `least`, or what had at least the precision `target` when measured."""
    if target is None:
        return dict.fromkeys(KIND_NAMES, least)
    return {kind: max(least, _reaching(kind, target)) for kind in KIND_NAMES}


def _reaching(kind: str, target: float) -> float:
    """Return the least confidence from which on the facts of a kind were as precise as that."""
    rows = [row for row in lexicon.read("confidence_levels") if row["kind"] == kind]
    enough = [float(row["confidence"]) for row in rows if float(row["precision"]) >= target]
    return min(enough, default=NEVER) if rows else 0.0


class Reader(Protocol):
    """Reads articles, as the Transformer does."""

    def transform(self, articles: Iterable[Article]) -> Iterator[ArticleGraph]: ...

    def read(self, article: Article) -> ArticleGraph: ...


class Choosy:
    """A reader that leaves out the facts of another reader of less than the least confidence of their kind."""

    def __init__(self, reader: Reader, least: Mapping[str, float]) -> None:
        self._reader = reader
        self._least = least

    def transform(self, articles: Iterable[Article]) -> Iterator[ArticleGraph]:
        """Yield the graph of each article, in order."""
        return (at_least(graph, self._least) for graph in self._reader.transform(articles))

    def read(self, article: Article) -> ArticleGraph:
        """Return the graph of one article."""
        return at_least(self._reader.read(article), self._least)


def at_least(graph: ArticleGraph, least: Mapping[str, float]) -> ArticleGraph:
    """Return a graph without the passages of less confidence, and without what only they support."""
    features = Features(graph)
    sure, unsure = list[Evidence](), list[Evidence]()
    for each in graph.evidence:
        (unsure if each.confidence < least.get(features.kind(each) or "", 0.0) else sure).append(each)
    return _without(graph, sure, unsure) if unsure else graph


def _without(graph: ArticleGraph, sure: list[Evidence], unsure: list[Evidence]) -> ArticleGraph:
    gone = {iri for each in unsure for iri in each.supports} - {iri for each in sure for iri in each.supports}
    statements = [each for each in graph.statements if gone.isdisjoint((each.iri, each.subject, each.object))]
    kept = ({each.iri for each in statements} | {each.iri for each in graph.entities}) - gone
    return replace(
        graph,
        entities=tuple(each for each in graph.entities if each.iri not in gone),
        statements=tuple(statements),
        evidence=tuple(_supporting(each, kept) for each in sure),
        quotes=tuple(each for each in graph.quotes if each.claim not in gone),
        dropped=graph.dropped + tuple(Dropped("confidence", "a fact that is not sure enough", each.cue) for each in unsure),
    )


def _supporting(evidence: Evidence, kept: set[str]) -> Evidence:
    return replace(evidence, supports=tuple(each for each in evidence.supports if each in kept))
