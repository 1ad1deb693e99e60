"""`entente facts`: what the articles say, one JSON line each."""

import typer

from etl.cli import options as given


def add_to(app: typer.Typer) -> None:
    app.command("facts", epilog="Example: entente facts seeds/ | jq '.events'")(facts_cli)


def facts_cli(
    paths: given.Paths,
    model: given.Model = None,
    field: given.Fields = None,
    limit: given.Limit = None,
    knowledge: given.Knowledge = None,
    min_confidence: given.MinConfidence = None,
    target_precision: given.TargetPrecision = None,
    strict: given.Strict = False,
    quiet: given.Quiet = False,
) -> None:
    """Print what articles say, one JSON line each.

    A line holds the nations, officials, organizations, exercises, relations, events, mentions, dates and quotes of one article.
    Nothing is loaded. Offsets count characters of the article's text. The lines come in the order of the articles.
    """
    import orjson

    from etl.cli.console import write
    from etl.cli.progress import progress
    from etl.cli.reports import summarise
    from etl.pipeline import facts

    options = given.reading(field, limit, model, knowledge, min_confidence, target_precision)
    report = facts(
        paths, lambda sheet: write(orjson.dumps(sheet, option=orjson.OPT_APPEND_NEWLINE)), options, progress(quiet, output="-")
    )
    if not quiet:
        summarise(report)
    if strict and not report.complete:
        raise typer.Exit(1)
