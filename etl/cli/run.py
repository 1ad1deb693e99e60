"""`entente run`: the main job."""

import typer

from etl.cli import options as given


def add_to(app: typer.Typer) -> None:
    app.command(
        "run", epilog="Example: entente run seeds/\n\nExample: zcat dump.jsonl.gz | entente run - --field text=body --json"
    )(run_cli)


def run_cli(
    paths: given.Paths,
    db: given.Db = None,
    model: given.Model = None,
    field: given.Fields = None,
    limit: given.Limit = None,
    knowledge: given.Knowledge = None,
    min_confidence: given.MinConfidence = None,
    target_precision: given.TargetPrecision = None,
    decisions: given.Decisions = None,
    strict: given.Strict = False,
    json: given.Json = False,
    quiet: given.Quiet = False,
) -> None:
    """Read, transform and load articles: the main job.

    A second run with the same articles changes nothing; an article that has changed takes the place of its former version.
    """
    from etl.cli.progress import progress
    from etl.cli.reports import finish
    from etl.pipeline import run

    options = given.reading(field, limit, model, knowledge, min_confidence, target_precision, decisions)
    report = run(paths, db=db, options=options, progress=progress(quiet))
    finish(report, db, as_json=json, quiet=quiet, strict=strict)
