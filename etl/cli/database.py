"""`entente db`: the embedded database, kept running for other commands and for drivers."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from etl.cli import options as given
from etl.cli.store import folder

if TYPE_CHECKING:
    from etl.load.embedded import Status

group = typer.Typer(
    help="Keep the embedded database running.\n\nCommands answer at once then, and any Neo4j driver can connect.",
    epilog="Example: entente db up",
    no_args_is_help=True,
)


def add_to(app: typer.Typer) -> None:
    app.add_typer(group, name="db")


@group.command("up", epilog="Example: entente db up --db news.db")
def up_cli(db: given.Db = None, json: given.Json = False) -> None:
    """Start the database and leave it running."""
    from etl.load import embedded

    _show(embedded.up(folder(db)), json)


@group.command("down", epilog="Example: entente db down")
def down_cli(db: given.Db = None, json: given.Json = False) -> None:
    """Stop the database that `entente db up` left running."""
    from etl.load import embedded

    _show(embedded.down(folder(db)), json)


@group.command("status", epilog="Example: entente db status --json")
def status_cli(db: given.Db = None, json: given.Json = False) -> None:
    """Say whether the database runs, and how to connect to it."""
    from etl.load import embedded

    _show(embedded.status(folder(db)), json)


def _show(status: "Status", as_json: bool) -> None:
    from etl.cli.console import print_json, print_table

    if as_json:
        print_json(asdict(status))
    else:
        print_table(
            ("database", ""), [(key.replace("_", " "), value) for key, value in asdict(status).items() if value is not None]
        )
