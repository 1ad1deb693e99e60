"""What the stages hand to each other: an Article, and the ArticleGraph read out of it."""

from etl.model.article import Article, Skipped
from etl.model.graph import (
    ArticleGraph,
    DateMention,
    Dropped,
    Entity,
    Evidence,
    Mention,
    Quote,
    RoleSpan,
    Scalar,
    Statement,
)
from etl.model.time import Interval, covers

__all__ = [
    "Article",
    "ArticleGraph",
    "DateMention",
    "Dropped",
    "Entity",
    "Evidence",
    "Interval",
    "Mention",
    "Quote",
    "RoleSpan",
    "Scalar",
    "Skipped",
    "Statement",
    "covers",
]
