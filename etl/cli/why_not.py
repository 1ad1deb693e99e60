"""`entente why-not`: what kept a sentence or an article from telling a fact."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from etl.cli import options as given

if TYPE_CHECKING:
    from etl.pipeline.missing import WhyNot

What = Annotated[
    str,
    typer.Argument(
        metavar="WHAT",
        help='A sentence, ARTICLE:SENTENCE by number, or with a PATH names and types as "RUS THREATEN JPN".',
        show_default=False,
    ),
]
Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH]...", help="Articles in which the fact was looked for.", show_default=False),
]
Day = Annotated[
    str | None,
    typer.Option("--date", metavar="YYYY-MM-DD", help="The day on which a bare sentence was published.", show_default=False),
]
Limit = Annotated[int, typer.Option("--limit", "-n", metavar="N", min=1, help="Show no more than N sentences.")]


def add_to(app: typer.Typer) -> None:
    app.command(
        "why-not",
        epilog='Example: entente why-not "Poland signed the guest book." --date 2025-07-12\n\n'
        'Example: entente why-not "RUS THREATEN JPN" seeds/\n\n'
        "Example: entente why-not seeds/000_4be4761bf7abb59f.txt:4",
    )(why_not_cli)


def why_not_cli(
    what: What,
    paths: Files = None,
    date: Day = None,
    limit: Limit = 5,
    min_confidence: given.MinConfidence = None,
    model: given.Model = None,
    knowledge: given.Knowledge = None,
    json: given.Json = False,
    quiet: given.Quiet = False,
) -> None:
    """Show why a fact is not in the graph.

    For each sentence where it might have been: what the sentence tells instead, whom it does not name, what was seen and left
    out, and the rules that came near, with the condition that failed.
    """
    from etl import knowledge as known
    from etl.cli.console import print_json
    from etl.cli.missed import show

    with known.given(*knowledge or ()):
        found = _found(what, paths or [], date, limit, min_confidence or 0.0, model, quiet)
    if json:
        print_json(asdict(found))
    else:
        show(found, what, paths or [])


def _found(what: str, paths: list[str], date: str | None, limit: int, least: float, model: str | None, quiet: bool) -> "WhyNot":
    from etl.cli.progress import progress
    from etl.pipeline import missing
    from etl.pipeline.explaining import Explaining, articles_of
    from etl.query.asked import asked, is_pattern

    shown = progress(quiet)
    explaining = Explaining(model, limit, shown)
    try:
        question = asked(what)
        if question.sentence is not None and (paths or Path(question.article).is_file()):
            found = missing.of_place(explaining, question, articles_of(paths or [question.article]), least=least)
            return _checked(found, what)
        if not paths and not is_pattern(what):
            return missing.of_sentence(explaining, what, _day(date), least=least)
        if not paths or question.pattern is None:
            raise typer.BadParameter(f"{what!r} is no sentence: give the articles to look in", param_hint="PATH")
        return missing.of_pattern(explaining, question.pattern, articles_of(paths), limit=limit, least=least)
    finally:
        shown.end()


def _checked(found: "WhyNot", what: str) -> "WhyNot":
    from etl.errors import InputError

    if not found.sentences:
        reason = "no article of that name" if not found.articles else "no sentence of that number"
        raise InputError(f"there is {reason}: {what}", hint="Write ARTICLE:SENTENCE, the sentences counted from 1.")
    return found


def _day(date: str | None) -> str | None:
    from datetime import date as day

    try:
        return day.fromisoformat(date).isoformat() if date else None
    except ValueError as error:
        raise typer.BadParameter(f"{date!r} is no day of the form YYYY-MM-DD", param_hint="--date") from error
