"""One Transformer for a whole test session: its model takes seconds to load."""

from functools import cache
from typing import Any

from etl.export.facts import sheet
from etl.model import Article, ArticleGraph
from etl.transform import Transformer

# A Thursday.
DAY = "2024-05-16"


@cache
def transformer(*, learned: bool = True) -> Transformer:
    """Return the Transformer that all tests share; not `learned`, the one that reads events by the rules alone."""
    return Transformer(learned=learned)


def graph(text: str, date: str | None = DAY) -> ArticleGraph:
    """Return the graph of an invented article."""
    return transformer().read(Article("invented", text, date))


def facts(text: str, date: str | None = DAY) -> dict[str, Any]:
    """Return the fact sheet of an invented article."""
    return sheet(graph(text, date))


def ruled_facts(text: str, date: str | None = DAY) -> dict[str, Any]:
    """Return the fact sheet of an invented article as the rules alone read it."""
    return sheet(transformer(learned=False).read(Article("invented", text, date)))
