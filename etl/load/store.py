"""The graph store: articles go in and come out, and everything else in it follows from those that are in it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any

from neo4j import ManagedTransaction
from rapidfuzz import process

from etl import reference
from etl.errors import IntegrityError, UnknownName
from etl.load import content, grouping
from etl.load.batch import Batch, statement
from etl.load.connection import Connection, Result
from etl.load.digest import digest
from etl.load.guard import only_reads
from etl.load.report import LoadReport, RetractReport
from etl.load.retraction import withdraw
from etl.load.settle import Touched, settle
from etl.model import Article, ArticleGraph, Entity, Evidence, Statement
from etl.resources import cypher

ATTEMPTS = 3  # to write a group whose figures do not add up


class Store:
    """A property graph behind a connection. Every method raises StoreError or StoreUnreachable as the connection does."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def prepare(self) -> None:
        """Create the constraints and indexes that are missing."""
        for file in sorted(cypher("constraints").glob("*.cypher")):
            self.connection.schema(file.read_text(encoding="utf-8"))

    def load_reference(self) -> LoadReport:
        """Load the reference layer; nothing is done where the same stands already."""
        return self.load(reference.reference_graphs())

    def load(self, graphs: Iterable[ArticleGraph], *, on_article: Callable[[ArticleGraph], None] | None = None) -> LoadReport:
        """Load `graphs`, group by group; `on_article` is called for each when it has been dealt with.

        A graph that does not fit the ontology is left out and reported. An article that stands already changes nothing,
        and one whose document stands with other content replaces it. Memory does not grow with the number of graphs.
        Raises IntegrityError when what stands in the store afterwards is not what was sent; the group is undone then.
        """
        report = LoadReport()
        for batch in grouping.groups(graphs):
            report.quarantined += batch.quarantined
            report.articles += len(batch.quarantined)
            if batch.group.graphs:
                report.add(self._write(batch.group.write))
            for graph in batch.graphs if on_article else ():
                on_article(graph)  # type: ignore[misc]
        return report

    def retract(self, document: str) -> RetractReport:
        """Take a document out, with whatever nothing else supports; `document` may be the IRI of the article.

        Raises UnknownName with the nearest documents when there is none.
        """
        found = self.connection.read(statement("find_articles"), document=document).rows
        if not found:
            raise self._unknown(document)
        articles = tuple(sorted(row["iri"] for row in found))

        def work(tx: ManagedTransaction) -> RetractReport:
            batch, touched = Batch(tx), Touched()
            withdraw(batch, articles, touched)
            removed = settle(batch, touched)
            return RetractReport(found[0]["document"], articles, removed.statements, removed.entities)

        return self._write(work)

    def digest(self) -> str:
        """Return the fingerprint of the whole store: the same articles give the same one on every engine."""
        return digest(content.everything(self.connection.stream))

    def stats(self) -> dict[str, Any]:
        """Return what is in the store, by kind: articles, sources, evidence, entities, statements, relationships."""
        return {"engine": self.connection.capabilities.name, **content.numbers(self.connection.read)}

    def read(self, cypher: str, /, **parameters: Any) -> Result:
        """Run a reading statement; raises QueryError for one that might write."""
        return self.connection.read(only_reads(cypher), **parameters)

    def entities(self) -> Iterator[Entity]:
        """Yield every entity, with the properties that its evidence gives it."""
        return content.entities(self.connection.stream)

    def statements(self) -> Iterator[Statement]:
        """Yield every statement."""
        return content.statements(self.connection.stream)

    def evidence(self) -> Iterator[tuple[str, Evidence]]:
        """Yield every passage after the IRI of its article."""
        return content.evidence(self.connection.stream)

    def articles(self) -> Iterator[tuple[str, Article]]:
        """Yield every article after its IRI; the store does not keep texts, so that `text` is empty."""
        return content.articles(self.connection.stream)

    def _write[T](self, work: Callable[[ManagedTransaction], T]) -> T:
        """Run `work` in a transaction, and again where its figures do not add up.

        On ArcadeDB a transaction that another one has overtaken may miss nodes before it is refused.
        """
        for _ in range(ATTEMPTS - 1):
            with suppress(IntegrityError):
                return self.connection.write(work)
        return self.connection.write(work)

    def _unknown(self, document: str) -> UnknownName:
        known = sorted({row["document"] for row in self.connection.stream(statement("list_documents"))})
        near = [name for name, _, _ in process.extract(document, known, limit=3, score_cutoff=50)]
        hint = f"The nearest are: {', '.join(near)}." if near else "`entente query run articles` lists the documents."
        return UnknownName(f"no article of the document {document!r} is in the store", hint=hint)
