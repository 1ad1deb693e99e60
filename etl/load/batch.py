"""One writing transaction as the loader sees it: named statements run over batches of rows, and what they wrote counted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import batched
from typing import Any

from neo4j import ManagedTransaction

from etl.errors import IntegrityError
from etl.resources import cypher

ROWS = 1_000  # rows a statement; more gain nothing on either engine

type Row = Mapping[str, Any]


@cache
def statement(name: str) -> str:
    """Return the text of `cypher/load/<name>.cypher`."""
    return cypher("load", f"{name}.cypher").read_text(encoding="utf-8")


class Batch:
    """Runs the statements of `cypher/load/` in one transaction."""

    def __init__(self, tx: ManagedTransaction) -> None:
        self._tx = tx

    def read(self, name: str, rows: Iterable[Row]) -> list[dict[str, Any]]:
        """Run the statement `name` over `rows` and return all that it returns."""
        return [row for part in _parts(rows) for row in self._tx.run(statement(name), rows=part).data()]

    def run(self, name: str, rows: Iterable[Row]) -> None:
        """Run the statement `name` over `rows`, whatever it finds of them."""
        for part in _parts(rows):
            self._tx.run(statement(name), rows=part).consume()

    def write(self, name: str, rows: Sequence[Row]) -> None:
        """Run the statement `name` over `rows`; raises IntegrityError when it did not write every one of them."""
        written = sum(row["written"] for row in self.read(name, rows))
        if written != len(rows):
            raise IntegrityError(
                f"{name} wrote {written} of {len(rows)} rows",
                hint="Nothing of these articles was kept. Run the load again; if it fails again, report the articles.",
            )


def _parts(rows: Iterable[Row]) -> Iterator[list[Row]]:
    for part in batched(rows, ROWS):
        yield list(part)


def keys(iris: Iterable[str]) -> list[Row]:
    """Return a row {iri} for each of `iris`, in order of the IRIs, so that two transactions lock in the same order."""
    return [{"iri": iri} for iri in sorted(set(iris))]
