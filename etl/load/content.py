"""What is in a store: streams of model objects, streams of everything, and numbers."""

from collections.abc import Callable, Iterator
from typing import Any

from etl.interchange import nodes
from etl.load.batch import statement
from etl.load.connection import Result
from etl.model import Article, Entity, Evidence, Statement
from etl.ontology import ontology

type Stream = Callable[[str], Iterator[dict[str, Any]]]
type Read = Callable[[str], Result]

_PARTS = ("stream_entities", "stream_statements", "stream_articles", "stream_sources", "stream_evidence", "stream_relationships")


def everything(stream: Stream) -> Iterator[dict[str, Any]]:
    """Yield every node and every relationship with all its properties."""
    for name in _PARTS:
        for row in stream(statement(name)):
            if name == "stream_evidence":
                row["supports"] = sorted(row["supports"])
            yield row


def entities(stream: Stream) -> Iterator[Entity]:
    for row in stream(statement("stream_entities")):
        yield nodes.entity(row["labels"], row["properties"])


def statements(stream: Stream) -> Iterator[Statement]:
    for row in stream(statement("stream_statements")):
        yield nodes.statement(row["properties"])


def articles(stream: Stream) -> Iterator[tuple[str, Article]]:
    for row in stream(statement("stream_articles")):
        yield row["properties"]["iri"], nodes.article(row["properties"], row["source"])


def evidence(stream: Stream) -> Iterator[tuple[str, Evidence]]:
    for row in stream(statement("stream_evidence")):
        yield row["article"], nodes.evidence(row["properties"], row["supports"])


def numbers(read: Read) -> dict[str, Any]:
    """Return the number of each kind of node and relationship."""
    entities_ = {ontology().class_of(row["labels"]): row["number"] for row in read(statement("count_entities")).rows}
    return {
        **read(statement("count_articles")).rows[0],
        "entities": dict(sorted(entities_.items())),
        "statements": _counts(read(statement("count_statements")), "predicate"),
        "relationships": _counts(read(statement("count_relationships")), "type"),
    }


def _counts(result: Result, key: str) -> dict[str, int]:
    return {row[key]: row["number"] for row in sorted(result.rows, key=lambda row: str(row[key]))}
