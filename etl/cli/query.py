"""`entente query`: the canned questions."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from etl.cli import options as given

if TYPE_CHECKING:
    from etl.query import Query

group = typer.Typer(
    help="Ask the graph a question.",
    epilog="Example: entente query run memberships -p nation=France",
    no_args_is_help=True,
)


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def add_to(app: typer.Typer) -> None:
    app.add_typer(group, name="query")


def _names(incomplete: str) -> list[tuple[str, str]]:
    from etl.query import catalogue

    return [(each.name, each.title) for each in catalogue() if each.name.startswith(incomplete)]


Name = Annotated[
    str,
    typer.Argument(
        metavar="NAME", help="The name of a query (see `entente query list`).", autocompletion=_names, show_default=False
    ),
]


@group.command("list", epilog="Example: entente query list")
def list_cli(json: given.Json = False) -> None:
    """List the questions that can be asked."""
    from etl.cli.console import print_json, print_table
    from etl.query import catalogue

    if json:
        print_json([_described(query) for query in catalogue()])
    else:
        print_table(("query", "asks", "parameters"), [(each.name, each.title, _parameters(each)) for each in catalogue()])


@group.command("show", epilog="Example: entente query show exercises")
def show_cli(name: Name, json: given.Json = False) -> None:
    """Show a question with its parameters and its Cypher."""
    from etl.cli.console import print_json, print_table
    from etl.query import find

    query = find(name)
    if json:
        print_json(_described(query))
        return
    typer.echo(f"{query.title}\n\n{query.summary}")
    if query.parameters:
        rows = [
            (each.name, each.kind, "required" if each.required else each.default, each.help, each.example)
            for each in query.parameters
        ]
        print_table(("parameter", "kind", "default", "what it says", "example"), rows)
    typer.echo(f"Columns: {', '.join(query.columns)}\n\n{query.cypher}")


@group.command(
    "run",
    epilog='Example: entente query run exercises -p participant="South Korea" --format csv',
)
def run_cli(
    name: Name,
    parameter: Annotated[
        list[str] | None,
        typer.Option(
            "--parameter", "-p", metavar="KEY=VALUE", help="A parameter; names are read as people type them.", show_default=False
        ),
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How the answer is printed.")] = Format.TABLE,
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    db: given.Db = None,
    knowledge: given.Knowledge = None,
) -> None:
    """Ask a question.

    Nations, officials and organizations are named as people type them: North Korea, PRK, DPRK, Lavrov, NATO.
    """
    from etl import knowledge as known
    from etl.cli.console import csv_of, print_json, print_table, write
    from etl.cli.store import opened
    from etl.query import find, run

    query, values = find(name), _values(parameter)
    with known.given(*knowledge or ()), opened(db) as store:
        answer = run(store.read, query, values)
    if json or form is Format.JSON:
        print_json(answer.rows)
    elif form is Format.CSV:
        write(csv_of(answer.columns, answer.rows))
    elif answer.rows:
        print_table(answer.columns, [[row[column] for column in answer.columns] for row in answer.rows])
    else:
        typer.echo("The graph holds no answer.", err=True)


def _values(parameters: list[str] | None) -> dict[str, str]:
    found = {}
    for each in parameters or ():
        key, equals, value = each.partition("=")
        if not key.strip() or not equals:
            raise typer.BadParameter(f"{each!r} is not KEY=VALUE", param_hint="--parameter")
        found[key.strip()] = value
    return found


def _parameters(query: "Query") -> str:
    return ", ".join(each.name if each.required else f"[{each.name}]" for each in query.parameters)


def _described(query: "Query") -> dict[str, object]:
    from dataclasses import asdict

    return asdict(query)
