"""One Transformer for a whole test session: its model takes seconds to load."""

from functools import cache
from typing import Any

from etl.export.facts import sheet
from etl.model import Article, ArticleGraph
from etl.transform import Transformer

# A Thursday.
DAY = "2024-05-16"


@cache
def transformer() -> Transformer:
    """Return the Transformer that all tests share."""
    return Transformer()


def graph(text: str, date: str | None = DAY) -> ArticleGraph:
    """Return the graph of an invented article."""
    return transformer().read(Article("invented", text, date))


def facts(text: str, date: str | None = DAY) -> dict[str, Any]:
    """Return the fact sheet of an invented article."""
    return sheet(graph(text, date))
