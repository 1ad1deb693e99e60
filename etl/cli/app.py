"""The command `entente` and everything below it."""

import sys
from typing import Annotated

import typer

from etl.cli import database, evaluate, export, facts, lint, query, resolve, run, schema, stages, store, why, why_not
from etl.cli.failures import Guarded

app = typer.Typer(
    cls=Guarded,
    name="entente",
    help="News articles in, a knowledge graph of nations, officials, alliances, exercises and events out.",
    epilog="Example: entente run seeds/\n\nThen: entente query list",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    # Frames are for terminals, and drawing them takes longer than all the rest.
    rich_markup_mode="rich" if sys.stdout.isatty() else None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from etl import __version__

        typer.echo(f"entente {__version__}")
        raise typer.Exit


@app.callback()
def _entente(
    version: Annotated[
        bool, typer.Option("--version", "-V", help="Show the version and end.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    pass


for part in (run, stages, facts, query, resolve, why, why_not, export, evaluate, lint, store, schema, database):
    part.add_to(app)


def main() -> None:
    """Run the command line of this process; the entry point of the script `entente`."""
    app()
