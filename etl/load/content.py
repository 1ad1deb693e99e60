"""What is in a store: streams of model objects, streams of everything, and numbers."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from etl.load.batch import statement
from etl.load.connection import Result
from etl.model import Article, Entity, Evidence, RoleSpan, Statement
from etl.ontology import ontology

type Stream = Callable[[str], Iterator[dict[str, Any]]]
type Read = Callable[[str], Result]

_PARTS = ("stream_entities", "stream_statements", "stream_articles", "stream_sources", "stream_evidence", "stream_relationships")
_SPAN = re.compile(r"(.+):(\d+)-(\d+)")


def everything(stream: Stream) -> Iterator[dict[str, Any]]:
    """Yield every node and every relationship with all its properties."""
    for name in _PARTS:
        for row in stream(statement(name)):
            if name == "stream_evidence":
                row["supports"] = sorted(row["supports"])
            yield row


def entities(stream: Stream) -> Iterator[Entity]:
    for row in stream(statement("stream_entities")):
        properties = dict(sorted(row["properties"].items()))
        yield Entity(properties.pop("iri"), _cls(row["labels"]), properties)


def statements(stream: Stream) -> Iterator[Statement]:
    fields = ("subject", "predicate", "object", "polarity", "modality", "valid_from", "valid_to", "detail")
    for row in stream(statement("stream_statements")):
        yield Statement(*(row["properties"].get(field) for field in fields))


def articles(stream: Stream) -> Iterator[tuple[str, Article]]:
    for row in stream(statement("stream_articles")):
        known = row["properties"]
        article = Article(known["document"], "", known.get("date"), known.get("title"), row["source"], known.get("url"))
        yield known["iri"], article


def evidence(stream: Stream) -> Iterator[tuple[str, Evidence]]:
    for row in stream(statement("stream_evidence")):
        known = {key: value for key, value in row["properties"].items() if key not in {"iri", "spans"}}
        supports = tuple(iri for _, iri in sorted(row["supports"]))
        yield row["article"], Evidence(supports, spans=_spans(row["properties"]), **known)


def numbers(read: Read) -> dict[str, Any]:
    """Return the number of each kind of node and relationship."""
    entities_ = {_cls(row["labels"]): row["number"] for row in read(statement("count_entities")).rows}
    return {
        **read(statement("count_articles")).rows[0],
        "entities": dict(sorted(entities_.items())),
        "statements": _counts(read(statement("count_statements")), "predicate"),
        "relationships": _counts(read(statement("count_relationships")), "type"),
    }


def _counts(result: Result, key: str) -> dict[str, int]:
    return {row[key]: row["number"] for row in sorted(result.rows, key=lambda row: str(row[key]))}


def _cls(labels: list[str]) -> str:
    """Return the class whose labels these are."""
    return next(each.name for each in ontology().entity_classes if set(each.labels) == set(labels))


def _spans(properties: Mapping[str, Any]) -> tuple[RoleSpan, ...]:
    found = (_SPAN.fullmatch(each) for each in properties.get("spans", ()))
    return tuple(RoleSpan(each[1], int(each[2]), int(each[3])) for each in found if each)
