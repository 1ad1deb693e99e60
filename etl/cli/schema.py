"""`entente schema`: the classes and relations of the graph."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from etl.cli import options as given

if TYPE_CHECKING:
    from etl.ontology import Class, Relation

group = typer.Typer(
    help="Show the classes and relations of the graph.",
    epilog="Example: entente schema show Exercise",
    no_args_is_help=True,
)


def add_to(app: typer.Typer) -> None:
    app.add_typer(group, name="schema")


@group.command("show", epilog="Example: entente schema show\n\nExample: entente schema show MEMBER_OF --json")
def show_cli(
    name: Annotated[
        str | None, typer.Argument(help="A class or a relationship type; without it all are listed.", show_default=False)
    ] = None,
    json: given.Json = False,
) -> None:
    """Show all classes and relations, or one in full."""
    from etl.cli.console import print_json
    from etl.ontology import ontology

    model = ontology()
    if name is None:
        found = [*model.classes.values()], [*model.relations.values()]
        if json:
            print_json({"classes": [asdict(each) for each in found[0]], "relations": [asdict(each) for each in found[1]]})
        else:
            _print_all(*found)
        return
    one = _find(name)
    if json:
        print_json(asdict(one))
    else:
        _print_one(one)


def _find(name: str) -> "Class | Relation":
    from etl.errors import UnknownName
    from etl.ontology import ontology

    known = {each.name: each for each in ontology().classes.values()} | {
        each.type: each for each in ontology().relations.values()
    }
    for key, found in known.items():
        if key.casefold() == name.casefold():
            return found
    raise UnknownName(f"the model has no class and no relation {name!r}", hint=f"It has {', '.join(known)}.")


def _print_all(classes: "Iterable[Class]", relations: "Iterable[Relation]") -> None:
    from etl.cli.console import print_table

    print_table(("class", "below", "what it is"), [(each.name, each.parents, each.comment) for each in classes])
    rows = [(each.type, each.domain, each.range, each.comment) for each in relations]
    print_table(("relation", "from", "to", "what it says"), rows)


def _print_one(found: "Class | Relation") -> None:
    from etl.cli.console import print_table

    plain = {key: value for key, value in asdict(found).items() if key != "properties" and value not in (None, (), [])}
    print_table(("", ""), plain.items())
    properties = getattr(found, "properties", {})
    if properties:
        print_table(
            ("property", "datatype", "what it says"), [(each.name, each.datatype, each.comment) for each in properties.values()]
        )
