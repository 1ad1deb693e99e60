"""`entente lint`: what in the gazetteer and the lexicon is wrong, without effect, or never used."""

from typing import TYPE_CHECKING, Annotated

import typer

from etl.cli import options as given

if TYPE_CHECKING:
    from etl.pipeline.linting import Linted


def add_to(app: typer.Typer) -> None:
    app.command("lint", epilog="Example: entente lint --knowledge my/\n\nExample: entente lint --knowledge my/ news/")(lint_cli)


def lint_cli(
    corpora: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="CORPUS",
            help="Articles that the rules should fire on; in a checkout the project's own sentences by default.",
            show_default=False,
        ),
    ] = None,
    knowledge: given.Knowledge = None,
    model: given.Model = None,
    field: given.Fields = None,
    limit: given.Limit = None,
    json: given.Json = False,
    quiet: given.Quiet = False,
) -> None:
    """Find what is wrong or without effect in the gazetteer and the lexicon.

    Errors are codes and ids that nothing knows, names that mean two entities, and dates out of order. Warnings are rules that
    never fired, names and rules that others leave nothing, and duplicates. Ends with exit code 1 where there is an error.
    """
    from dataclasses import asdict

    from etl.cli.console import print_json
    from etl.cli.progress import progress
    from etl.pipeline.linting import lint_knowledge

    found = lint_knowledge(corpora or (), given.reading(field, limit, model, knowledge), progress(quiet))
    if json:
        print_json({"findings": [asdict(each) for each in found.findings], "articles": found.articles, "fired": found.fired})
    else:
        _show(found, quiet)
    if found.errors:
        raise typer.Exit(1)


def _show(found: "Linted", quiet: bool) -> None:
    from etl.cli.console import messages, print_table

    rows = [(each.severity, each.check, f"{each.file}:{each.line}", each.what, each.hint) for each in found.findings]
    if rows:
        print_table(("severity", "check", "where", "what", "what to do"), rows)
    if quiet:
        return
    told = f"{found.errors} errors, {len(found.findings) - found.errors} warnings"
    if found.fired is not None:
        told += f"; the rules were tried on {found.articles} articles"
    elif not found.errors:
        told += "; name a corpus to find the rules that never fire"
    messages().print(f"{told}.", markup=False)
