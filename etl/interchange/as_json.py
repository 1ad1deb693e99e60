"""An article graph as plain JSON values and back.

The keys are the names of the model's fields. The IRIs of articles and statements are written too, for whoever joins them
with other tools; they are functions of the rest and are not read.
"""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from etl.errors import InputError
from etl.model import Article, ArticleGraph, DateMention, Dropped, Entity, Evidence, Mention, Quote, RoleSpan, Statement

type Json = dict[str, Any]

_HINT = "Give a file written by `entente transform`."


def article_to_json(article: Article) -> Json:
    """Return an article under the names that the extract stage reads."""
    return {
        "id": article.document,
        "date": article.date,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "text": article.text,
    }


def graph_to_json(graph: ArticleGraph) -> Json:
    """Return a graph as dictionaries, lists and scalars."""
    return {
        "article": {"iri": graph.article.iri} | _plain(graph.article),
        "entities": [_plain(each) | {"properties": dict(each.properties)} for each in graph.entities],
        "statements": [{"iri": each.iri} | _plain(each) for each in graph.statements],
        "evidence": [
            _plain(each) | {"supports": list(each.supports), "spans": list(map(_plain, each.spans))} for each in graph.evidence
        ],
        "mentions": list(map(_plain, graph.mentions)),
        "dates": list(map(_plain, graph.dates)),
        "quotes": list(map(_plain, graph.quotes)),
        "chains": [[list(span) for span in chain] for chain in graph.chains],
        "dropped": list(map(_plain, graph.dropped)),
    }


def _plain(value: Any) -> Json:
    return {each.name: getattr(value, each.name) for each in fields(value)}


def graph_from_json(found: Mapping[str, Any]) -> ArticleGraph:
    """Return the graph that `graph_to_json` wrote; raises InputError for anything else."""
    try:
        return ArticleGraph(
            article=Article(**_without_iri(found["article"])),
            entities=tuple(Entity(**each) for each in found["entities"]),
            statements=tuple(Statement(**_without_iri(each)) for each in found["statements"]),
            evidence=tuple(map(_evidence, found["evidence"])),
            mentions=tuple(Mention(**each) for each in found["mentions"]),
            dates=tuple(DateMention(**each) for each in found["dates"]),
            quotes=tuple(Quote(**each) for each in found["quotes"]),
            chains=tuple(tuple((start, end) for start, end in chain) for chain in found["chains"]),
            dropped=tuple(Dropped(**each) for each in found["dropped"]),
        )
    except KeyError as error:
        raise InputError(f"not an article graph: it has no {error.args[0]!r}", hint=_HINT) from error
    except (TypeError, ValueError, AttributeError) as error:
        raise InputError(f"not an article graph: {error}", hint=_HINT) from error


def _without_iri(found: Mapping[str, Any]) -> Json:
    return {key: value for key, value in found.items() if key != "iri"}


def _evidence(found: Mapping[str, Any]) -> Evidence:
    spans = tuple(RoleSpan(**each) for each in found["spans"])
    return Evidence(**{**found, "supports": tuple(found["supports"]), "spans": spans})
