"""Cuts a stream of graphs into groups for one transaction each, and keeps out what does not fit the ontology."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from etl.load.group import Group
from etl.load.rows import GraphRows, rows
from etl.model import ArticleGraph, Skipped
from etl.ontology import validate

ROWS = 10_000  # rows a transaction, unless one article alone has more
ARTICLES = 500
_REASONS = 3  # how many problems of a graph are named


@dataclass(slots=True)
class Gathered:
    """Graphs in the order of the stream: what of them can be loaded, and what was left out with the reason."""

    graphs: list[ArticleGraph] = field(default_factory=list)
    rows: list[GraphRows] = field(default_factory=list)
    quarantined: list[Skipped] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    size: int = 0

    @property
    def group(self) -> Group:
        return Group(tuple(self.rows))

    def fits(self, graph: ArticleGraph) -> bool:
        """Say whether `graph` may join: no other version and no copy of it is here, and there is room."""
        names = {graph.article.document, graph.article.iri}
        return self.size < ROWS and len(self.graphs) < ARTICLES and not names & self.names

    def take(self, graph: ArticleGraph) -> None:
        """Take `graph` in, or set it aside with what is wrong with it."""
        self.graphs.append(graph)
        self.names |= {graph.article.document, graph.article.iri}
        if problems := validate(graph):
            self.quarantined.append(Skipped(graph.article.document, _reason(problems)))
            return
        brought = rows(graph)
        self.rows.append(brought)
        self.size += brought.size


def groups(graphs: Iterable[ArticleGraph]) -> Iterator[Gathered]:
    """Yield `graphs` in groups, in order."""
    gathered = Gathered()
    for graph in graphs:
        if gathered.graphs and not gathered.fits(graph):
            yield gathered
            gathered = Gathered()
        gathered.take(graph)
    if gathered.graphs:
        yield gathered


def _reason(problems: list[str]) -> str:
    more = f" (and {len(problems) - _REASONS} more)" if len(problems) > _REASONS else ""
    return "; ".join(problems[:_REASONS]) + more
