"""Where a graph store is and how to log in to it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from etl.errors import StoreError

type Product = Literal["arcadedb", "neo4j"]

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


@dataclass(frozen=True, slots=True)
class Server:
    """A store that answers the Bolt protocol; `product` is what is expected there, the connection finds out what it is."""

    uri: str
    username: str
    password: str = field(repr=False)
    database: str | None = None
    product: Product = "neo4j"

    def __post_init__(self) -> None:
        parts = urlsplit(self.uri)
        if parts.scheme not in SCHEMES or not parts.hostname:
            raise StoreError(
                f"{self.uri!r} is no address of a graph store",
                hint=f"Write it as bolt://HOST:7687 or neo4j+s://HOST (schemes: {', '.join(SCHEMES)}).",
            )


def from_environment(environment: Mapping[str, str] | None = None) -> Server | None:
    """Return the server that NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE name; None without NEO4J_URI.

    Raises StoreError when NEO4J_URI is no Bolt address.
    """
    given = os.environ if environment is None else environment
    uri = given.get("NEO4J_URI", "").strip()
    if not uri:
        return None
    return Server(
        uri=uri,
        username=given.get("NEO4J_USERNAME") or "neo4j",
        password=given.get("NEO4J_PASSWORD", ""),
        database=given.get("NEO4J_DATABASE") or None,
    )
