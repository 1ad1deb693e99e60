"""`entente resolve`: people, groups and organisations that may be one and the same."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from etl.cli import options as given

if TYPE_CHECKING:
    from etl.load import Store
    from etl.query.candidates import Candidate
    from etl.query.decisions import Decisions

group = typer.Typer(
    help="Decide which people, groups and organisations of several articles are the same.",
    epilog="Example: entente resolve list\n\nThen: entente resolve accept official/choi-son-hui-prk official/choe-son-hui-prk\n\n"
    "Nothing is merged, and every decision can be undone.",
    no_args_is_help=True,
)

One = Annotated[str, typer.Argument(metavar="A", help="A name, or an IRI as `list` shows it.", show_default=False)]
Other = Annotated[str, typer.Argument(metavar="B", help="The other one.", show_default=False)]
Who = Annotated[
    str | None,
    typer.Option("--who", metavar="NAME", help="Who decides; by default the user of this machine.", show_default=False),
]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; by default what the score is made of.")]


def add_to(app: typer.Typer) -> None:
    app.add_typer(group, name="resolve")


@group.command("list", epilog="Example: entente resolve list --min-score 0.9")
def list_cli(
    least: Annotated[float, typer.Option("--min-score", metavar="X", min=0, max=1, help="How likely a pair has to be.")] = 0.7,
    number: Annotated[int, typer.Option("--number", "-n", metavar="N", min=1, help="How many pairs to show.")] = 20,
    db: given.Db = None,
    decisions: given.Decisions = None,
    knowledge: given.Knowledge = None,
    json: given.Json = False,
) -> None:
    """List pairs that may be the same and that nobody has decided on.

    The score is that of the names; the same nation, a shared office and articles with both raise it, two nations lower it.
    """
    from etl.cli.console import print_json, print_table
    from etl.pipeline.resolving import open_candidates

    with _opened(db, decisions, knowledge) as (store, log):
        found = open_candidates(store, log, least)
    if json:
        print_json([_described(each) for each in found[:number]])
    elif found:
        print_table(("score", "A", "B", "because"), [_row(each) for each in found[:number]])
        if len(found) > number:
            typer.echo(f"{len(found) - number} more: --number {len(found)} shows them.", err=True)
    else:
        typer.echo("No two entities are as alike as that.", err=True)


@group.command("accept", epilog="Example: entente resolve accept official/choi-son-hui-prk official/choe-son-hui-prk")
def accept_cli(
    one: One,
    other: Other,
    force: Annotated[bool, typer.Option("--force", help="Also where the names have little in common.")] = False,
    reason: Reason = "",
    who: Who = None,
    db: given.Db = None,
    decisions: given.Decisions = None,
    knowledge: given.Knowledge = None,
    json: given.Json = False,
) -> None:
    """Decide that two entities are the same.

    Both stay in the graph with what articles say of them; a query by either name finds what is said of both. A pair that
    `list` would not show at its default score needs --force.
    """
    _decide("accept", (one, other), reason, who, db, decisions, knowledge, as_json=json, force=force)


@group.command("split", epilog="Example: entente resolve split official/john-kelly-usa official/john-kerry-usa")
def split_cli(
    one: One,
    other: Other,
    reason: Reason = "",
    who: Who = None,
    db: given.Db = None,
    decisions: given.Decisions = None,
    knowledge: given.Knowledge = None,
    json: given.Json = False,
) -> None:
    """Decide that two entities are never the same; the pair is not listed again."""
    _decide("split", (one, other), reason, who, db, decisions, knowledge, as_json=json)


@group.command("undo", epilog="Example: entente resolve undo\n\nExample: entente resolve undo 3")
def undo_cli(
    number: Annotated[
        int | None, typer.Argument(metavar="N", help="The number of a decision in `log`; the last one by default.")
    ] = None,
    who: Who = None,
    db: given.Db = None,
    decisions: given.Decisions = None,
    json: given.Json = False,
) -> None:
    """Take a decision back; the file keeps both."""
    from etl.pipeline.resolving import undo, user

    with _opened(db, decisions, None) as (store, log):
        undone = undo(store, log, number, who or user())
    _told({"undone": asdict(undone)}, f"undone: {undone.decision} {undone.one} {undone.other}", as_json=json)


@group.command("log", epilog="Example: entente resolve log --json")
def log_cli(db: given.Db = None, decisions: given.Decisions = None, json: given.Json = False) -> None:
    """List all decisions in order, with who took them and whether they stand."""
    from etl.cli.console import print_json, print_table
    from etl.pipeline.resolving import decisions_file
    from etl.query.decisions import Decisions as Log

    log = Log(decisions_file(db, decisions))
    standing = {id(each) for each in log.standing.values()}
    found = [{"number": place, **asdict(each), "stands": id(each) in standing} for place, each in enumerate(log.log, 1)]
    if json:
        print_json(found)
    elif found:
        columns = ("number", "when", "who", "decision", "one", "other", "score", "reason", "stands")
        print_table(columns, [[each[column] for column in columns] for each in found])
    else:
        typer.echo(f"There is no decision in {log.file}.", err=True)


@contextmanager
def _opened(db: Path | None, decisions: Path | None, folders: list[Path] | None) -> "Iterator[tuple[Store, Decisions]]":
    from etl import knowledge
    from etl.cli.store import opened
    from etl.pipeline.resolving import decisions_file
    from etl.query.decisions import Decisions as Log

    log = Log(decisions_file(db, decisions))
    with knowledge.given(*folders or ()), opened(db) as store:
        yield store, log


def _decide(
    verdict: str,
    names: tuple[str, str],
    reason: str,
    who: str | None,
    db: Path | None,
    decisions: Path | None,
    knowledge: list[Path] | None,
    *,
    as_json: bool,
    force: bool = False,
) -> None:
    from etl.pipeline.resolving import decide, user

    with _opened(db, decisions, knowledge) as (store, log):
        decided = decide(store, log, verdict, names, who or user(), reason, force=force)
    told = f"{decided.one} {'is' if verdict == 'accept' else 'is never'} {decided.other}" if decided else "decided before"
    _told({"decided": asdict(decided) if decided else None, "file": str(log.file)}, f"{told} ({log.file})", as_json=as_json)


def _told(found: dict[str, Any], text: str, *, as_json: bool) -> None:
    from etl.cli.console import print_json

    if as_json:
        print_json(found)
    else:
        typer.echo(text)


def _row(each: "Candidate") -> tuple[object, ...]:
    from etl import ids

    one, other = (f"{end.name} ({ids.path_of(end.iri)})" for end in (each.one, each.other))
    return each.score, one, other, "; ".join(each.reasons)


def _described(each: "Candidate") -> dict[str, Any]:
    ends = {
        key: {"iri": end.iri, "name": end.name, "nation": end.nation, "articles": sorted(end.articles)}
        for key, end in (("one", each.one), ("other", each.other))
    }
    return {"score": each.score, **ends, "reasons": each.reasons}
