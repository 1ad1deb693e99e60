"""Short ways to ask a store."""

from collections.abc import Iterable
from typing import Any

from etl.load import Store
from etl.model import ArticleGraph


def one(store: Store, cypher: str, **parameters: Any) -> dict[str, Any]:
    (row,) = store.read(cypher, **parameters).rows
    return row


def clear(store: Store) -> None:
    for document in [each.document for _, each in store.articles()]:
        store.retract(document)


def digest_of(store: Store, graphs: Iterable[ArticleGraph]) -> str:
    clear(store)
    store.load(graphs)
    return store.digest()
