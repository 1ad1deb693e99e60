"""Lossless files between the stages: articles as JSON Lines, article graphs as JSON Lines or Parquet."""

from etl.interchange.as_json import graph_from_json, graph_to_json
from etl.interchange.files import check_readable, check_writable, count_graphs, read_graphs, write_articles, write_graphs

__all__ = [
    "check_readable",
    "check_writable",
    "count_graphs",
    "graph_from_json",
    "graph_to_json",
    "read_graphs",
    "write_articles",
    "write_graphs",
]
