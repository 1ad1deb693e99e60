"""`entente export`: the graph for other tools."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from etl.cli import options as given

if TYPE_CHECKING:
    from etl.export.rdf import Counts

group = typer.Typer(
    help="Write the graph for other tools.",
    epilog="Example: entente export rdf -o graph.ttl",
    no_args_is_help=True,
)


def add_to(app: typer.Typer) -> None:
    app.add_typer(group, name="export")


def _formats(incomplete: str) -> list[str]:
    from etl.export.rdf import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


@group.command(
    "rdf",
    epilog="Example: entente export rdf -o graph.trig\n\nExample: entente export rdf --from graphs.jsonl --format ntriples\n\n"
    "Example: entente export rdf -o sure.ttl --min-confidence 0.8",
)
def rdf_cli(
    output: given.Output = "-",
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="turtle, ntriples, trig, nquads or jsonld; by default what the ending of the file says.",
            autocompletion=_formats,
            show_default=False,
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="Export a file written by `entente transform` (- is standard input) in place of the store.",
            show_default=False,
        ),
    ] = None,
    min_confidence: given.MinConfidence = None,
    db: given.Db = None,
    json: given.Json = False,
    quiet: given.Quiet = False,
) -> None:
    """Write statements, evidence and articles as RDF.

    The formats are Turtle, N-Triples, TriG, N-Quads and JSON-LD; the last three keep the evidence of each article in a named
    graph of its own.
    """
    from dataclasses import asdict

    from etl.cli.console import messages, print_json

    counts = _write(source, output, form, min_confidence or 0.0, db)
    if json and output != "-":
        print_json(asdict(counts))
    elif not quiet:
        names = ("articles", "entities", "statements", "evidence", "quads")
        messages().print(", ".join(f"{getattr(counts, name)} {name}" for name in names) + " written")
    if counts.quarantined and not quiet:
        messages().print(f"left out, because they do not fit the ontology: {', '.join(counts.quarantined)}", markup=False)


def _write(source: str | None, output: str, form: str | None, least: float, db: Path | None) -> "Counts":
    from etl.cli.store import opened
    from etl.export.rdf import write_rdf
    from etl.export.rdf.formats import format_of

    # A misspelt format must not cost the start of a database.
    format_of("" if output == "-" else output, form)
    if source is None:
        with opened(db) as store:
            return write_rdf(store, output, form, least)
    from etl.interchange import read_graphs

    return write_rdf(read_graphs(sys.stdin.buffer if source == "-" else Path(source)), output, form, least)
