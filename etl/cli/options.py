"""Arguments and options that several commands share."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

if TYPE_CHECKING:
    from etl.pipeline import Options

_INPUT, _STORE, _SURE = "How articles are read", "The graph store", "How sure facts have to be"

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files (.txt, .md, .jsonl, .ndjson, each also with .gz), folders, or - for standard input.",
        show_default=False,
    ),
]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        metavar="OURS=THEIRS",
        help="The name of a field in JSON Lines, as text=body or source=source.name; may be given several times.",
        rich_help_panel=_INPUT,
        show_default=False,
    ),
]
Limit = Annotated[
    int | None,
    typer.Option("--limit", metavar="N", min=1, help="Read no more than N articles.", rich_help_panel=_INPUT, show_default=False),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME|PATH",
        help="An English spaCy pipeline with tagger, parser, lemmatizer and NER; by default the one that is built in.",
        rich_help_panel=_INPUT,
        show_default=False,
    ),
]
Knowledge = Annotated[
    list[Path] | None,
    typer.Option(
        "--knowledge",
        metavar="DIR",
        envvar="ENTENTE_KNOWLEDGE",
        help="A folder with gazetteer/*.csv or lexicon/*.csv that add to what Entente knows; may be given several times.",
        rich_help_panel=_INPUT,
        show_default=False,
    ),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="X",
        min=0,
        max=1,
        help="Leave out events, exercises, relations, offices and attributed quotes of less confidence than X (0 to 1).",
        rich_help_panel=_SURE,
        show_default=False,
    ),
]
TargetPrecision = Annotated[
    float | None,
    typer.Option(
        "--target-precision",
        metavar="P",
        min=0,
        max=1,
        help="Leave out so many of the least sure of each kind that the share P of the others was right when measured.",
        rich_help_panel=_SURE,
        show_default=False,
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="End with exit code 1 where any article was left out.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress and no messages, only results and errors.")]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Db = Annotated[
    Path | None,
    typer.Option(
        "--db",
        metavar="PATH",
        help="The folder of the embedded database. By default the server that NEO4J_URI names, "
        "else the folder that ENTENTE_DB names, else ./entente.db.",
        rich_help_panel=_STORE,
        show_default=False,
    ),
]
Decisions = Annotated[
    Path | None,
    typer.Option(
        "--decisions",
        metavar="FILE",
        envvar="ENTENTE_DECISIONS",
        help="The file of decisions on entities that are the same; by default the one beside the database.",
        rich_help_panel=_STORE,
        show_default=False,
    ),
]
Output = Annotated[
    str,
    typer.Option("--output", "-o", metavar="FILE", help="Where to write; - is standard output."),
]


def fields_of(given: list[str] | None) -> dict[str, str]:
    """Return the mapping of `--field` options; a wrong one is a bad command line."""
    from etl.extract import FIELDS

    found = {}
    for each in given or ():
        ours, equals, theirs = each.partition("=")
        if ours not in FIELDS or not equals or not theirs:
            raise typer.BadParameter(f"{each!r} is not OURS=THEIRS with one of {', '.join(FIELDS)}", param_hint="--field")
        found[ours] = theirs
    return found


def reading(
    fields: list[str] | None,
    limit: int | None,
    model: str | None,
    knowledge: list[Path] | None,
    min_confidence: float | None = None,
    target_precision: float | None = None,
    decisions: Path | None = None,
) -> "Options":
    """Return what the options of a command say on how articles are read."""
    from etl.pipeline import Options

    return Options(
        fields_of(fields),
        limit,
        model,
        knowledge=tuple(knowledge or ()),
        min_confidence=min_confidence,
        target_precision=target_precision,
        decisions=decisions,
    )


def target(output: str) -> Path | BinaryIO:
    """Return what `--output` names."""
    return sys.stdout.buffer if output == "-" else Path(output)
