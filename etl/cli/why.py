"""`entente why`: the evidence of a fact, and how it was read."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from etl.cli import options as given

if TYPE_CHECKING:
    from etl.pipeline.explaining import Explained
    from etl.query.asked import Asked

What = Annotated[
    str,
    typer.Argument(
        metavar="WHAT",
        help='A fact by its id, names and types as "Lavrov HOLDS" or "RUS THREATEN JPN", or ARTICLE:SENTENCE by number.',
        show_default=False,
    ),
]
Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...", help="Articles to read for it; without any the graph store is asked.", show_default=False
    ),
]
Limit = Annotated[int, typer.Option("--limit", "-n", metavar="N", min=1, help="Show no more than N pieces of evidence.")]


def add_to(app: typer.Typer) -> None:
    app.command(
        "why",
        epilog='Example: entente why "Lavrov HOLDS"\n\nExample: entente why "RUS ACCUSE JPN" seeds/\n\n'
        "Example: entente why seeds/000_4be4761bf7abb59f.txt:2",
    )(why_cli)


def why_cli(
    what: What,
    paths: Files = None,
    db: given.Db = None,
    limit: Limit = 10,
    model: given.Model = None,
    knowledge: given.Knowledge = None,
    json: given.Json = False,
    quiet: given.Quiet = False,
) -> None:
    """Show why a fact is in the graph.

    For each piece of evidence: the sentence with its cue and roles, the rule, the way through the parse, what each name could
    have meant, who says it, and how sure that is. A sentence is read once more to trace it.
    """
    from etl import knowledge as known
    from etl.cli.console import print_json
    from etl.cli.explained import as_data, show
    from etl.query.asked import asked

    with known.given(*knowledge or ()):
        found = _found(asked(what), paths or [], db, limit, model, quiet)
    if json:
        print_json({"total": found.total, "evidence": list(map(as_data, found.explanations))})
        return
    for each in found.explanations:
        show(each)
    if found.total > len(found.explanations):
        typer.echo(f"{found.total - len(found.explanations)} more pieces of evidence; --limit shows them.", err=True)


def _found(asked: "Asked", paths: list[str], db: Path | None, limit: int, model: str | None, quiet: bool) -> "Explained":
    from etl.cli.progress import progress
    from etl.cli.store import opened, stands
    from etl.errors import InputError
    from etl.pipeline.explaining import Explaining

    shown = progress(quiet)
    try:
        explaining = Explaining(model, limit, shown)
        if not paths and asked.sentence is not None and not (db or stands(None)):
            if not Path(asked.article).is_file():
                raise InputError(
                    f"there is no file {asked.article!r}, and no graph store that could hold such an article",
                    hint="Check the path, or load articles with `entente run`.",
                )
            paths = [asked.article]
        if paths:
            return explaining.in_files(asked, paths)
        with opened(db) as store:
            return explaining.in_store(asked, store)
    finally:
        shown.end()
