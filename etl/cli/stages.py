"""`entente extract | transform | load`: the stages apart, with a file between them."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from etl.cli import options as given


def add_to(app: typer.Typer) -> None:
    app.command("extract", epilog="Example: entente extract news/ -o articles.jsonl")(extract_cli)
    app.command("transform", epilog="Example: entente transform articles.jsonl -o graphs.parquet")(transform_cli)
    app.command("load", epilog="Example: entente load graphs.parquet\n\nExample: entente transform news/ | entente load -")(
        load_cli
    )


def extract_cli(
    paths: given.Paths,
    output: given.Output = "-",
    field: given.Fields = None,
    limit: given.Limit = None,
    strict: given.Strict = False,
    json: given.Json = False,
    quiet: given.Quiet = False,
) -> None:
    """Read articles and write them as JSON Lines.

    Broken text is repaired, and the fields have the names that Entente gives to them.
    """
    from etl.cli.progress import progress
    from etl.cli.reports import close
    from etl.pipeline import Options, extract

    options = Options(given.fields_of(field), limit)
    report = extract(paths, given.target(output), options, progress(quiet, output=output))
    close(report, output, as_json=json, quiet=quiet, strict=strict)


def transform_cli(
    paths: given.Paths,
    output: given.Output = "-",
    model: given.Model = None,
    field: given.Fields = None,
    limit: given.Limit = None,
    knowledge: given.Knowledge = None,
    min_confidence: given.MinConfidence = None,
    target_precision: given.TargetPrecision = None,
    strict: given.Strict = False,
    json: given.Json = False,
    quiet: given.Quiet = False,
) -> None:
    """Read articles and write what they say as graphs.

    The ending of the file says how: JSON Lines (.jsonl, .jsonl.gz) or Parquet (.parquet).
    """
    from etl.cli.progress import progress
    from etl.cli.reports import close
    from etl.pipeline import transform

    options = given.reading(field, limit, model, knowledge, min_confidence, target_precision)
    report = transform(paths, given.target(output), options, progress(quiet, output=output))
    close(report, output, as_json=json, quiet=quiet, strict=strict)


def load_cli(
    graphs: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="Files written by `entente transform`, or - for standard input.", show_default=False),
    ],
    db: given.Db = None,
    knowledge: given.Knowledge = None,
    decisions: given.Decisions = None,
    strict: given.Strict = False,
    json: given.Json = False,
    quiet: given.Quiet = False,
) -> None:
    """Load files of `entente transform` into the graph."""
    from etl.cli.progress import progress
    from etl.cli.reports import finish
    from etl.pipeline import load

    sources = [sys.stdin.buffer if each == "-" else Path(each) for each in graphs]
    report = load(sources, db=db, knowledge=knowledge or (), decisions=decisions, progress=progress(quiet))
    finish(report, db, as_json=json, quiet=quiet, strict=strict)
