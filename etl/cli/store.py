"""`entente stats | retract`: what stands in the graph, and taking an article out of it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from etl.cli import options as given

if TYPE_CHECKING:
    from etl.load import Store


def add_to(app: typer.Typer) -> None:
    app.command("stats", epilog="Example: entente stats\n\nExample: entente stats --digest")(stats_cli)
    app.command("retract", epilog="Example: entente retract seeds/000.txt")(retract_cli)


@contextmanager
def opened(db: Path | None) -> "Iterator[Store]":
    """Open a store that stands already; asking never makes an empty one.

    Raises StoreError where there is none.
    """
    from etl.errors import StoreError
    from etl.load import open_store

    if not stands(db):
        hint = "`entente run` makes one; --db names the folder of another."
        raise StoreError(f"there is no database at {folder(db)}", hint=hint)
    with open_store(db) as store:
        yield store


def stands(db: Path | None) -> bool:
    """Say whether there is a store to ask: a server of the environment, or the folder of the embedded database."""
    from etl.load.server import from_environment

    return (db is None and from_environment() is not None) or folder(db).exists()


def folder(db: Path | None) -> Path:
    """Return the folder of the embedded database that is meant."""
    from etl.load import folder_of

    return folder_of(db)


def stats_cli(
    db: given.Db = None,
    digest: Annotated[bool, typer.Option("--digest", help="Print only the digest: equal graphs have equal digests.")] = False,
    json: given.Json = False,
) -> None:
    """Count what stands in the graph."""
    from etl.cli.console import print_json, print_table

    with opened(db) as store:
        found = {"digest": store.digest()} if digest else store.stats()
    if json:
        print_json(found)
    elif digest:
        typer.echo(found["digest"])
    else:
        print_table(("", ""), [(key, value) for key, value in found.items() if not isinstance(value, Mapping)])
        for title, counts in found.items():
            if isinstance(counts, Mapping) and counts:
                print_table((title, "count"), counts.items())


def retract_cli(
    article: Annotated[
        str, typer.Argument(metavar="ID", help="The id, URL or path of an article, or its IRI.", show_default=False)
    ],
    db: given.Db = None,
    decisions: given.Decisions = None,
    json: given.Json = False,
) -> None:
    """Take an article out of the graph.

    Its evidence goes, and with it every entity and statement that nothing else supports.
    """
    from dataclasses import asdict

    from etl.cli.console import print_json, print_table
    from etl.pipeline.resolving import apply, decisions_file
    from etl.query.decisions import Decisions

    decided = Decisions(decisions_file(db, decisions))
    with opened(db) as store:
        report = store.retract(article)
        apply(store, decided)
    if json:
        print_json(asdict(report))
    else:
        print_table(("taken out", ""), asdict(report).items())
