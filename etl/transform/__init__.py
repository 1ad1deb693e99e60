"""The transform stage: reads articles with spaCy and turns them into article graphs."""

from etl.transform.transformer import Transformer

__all__ = ["Transformer"]
