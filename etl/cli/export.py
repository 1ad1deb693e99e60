"""`entente export`: the graph for other tools."""

from typing import Annotated

import typer

from etl.cli import options as given

group = typer.Typer(
    help="Write the graph in a form that other tools read.",
    epilog="Example: entente export rdf -o graph.ttl",
    no_args_is_help=True,
)


def add_to(app: typer.Typer) -> None:
    app.add_typer(group, name="export")


@group.command(
    "rdf", epilog="Example: entente export rdf -o graph.trig\n\nExample: entente export rdf --from graphs.jsonl -f ntriples"
)
def rdf_cli(
    output: given.Output = "-",
    form: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="FORMAT", help="turtle, ntriples, trig, nquads or jsonld.", show_default=False),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="FILE", help="Read a file written by `entente transform` in place of the graph.", show_default=False
        ),
    ] = None,
    db: given.Db = None,
) -> None:
    """Write statements, their evidence and their articles as RDF; the format follows from the name of the file."""
