"""`entente eval`: how well articles are read, measured on annotated ones."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from etl.cli import options as given

if TYPE_CHECKING:
    from etl.evaluation import Scorecard
    from etl.evaluation.scorecard import Figures
    from etl.pipeline.evaluating import Evaluation

_CLASSES = 20


Datasets = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="DATASET",
        help="Gold files (JSON Lines: an article's id, date, text or the path of its file, and its facts as `entente facts` "
        "prints them), or folders of them. Without one, the gold set of the project's checkout.",
        show_default=False,
    ),
]
Errors = Annotated[
    str | None,
    typer.Option(
        "--errors", metavar="KIND", help="List what was missed and what is spurious of one kind, with the text, then by class."
    ),
]
Number = Annotated[int, typer.Option("--number", "-n", metavar="N", min=0, help="How many documents the lists hold.")]
Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="Show what got better or worse since this kept result of --json; ? marks what may be chance.",
    ),
]
Predictions = Annotated[
    Path | None,
    typer.Option("--predictions", metavar="FILE", help="Score these fact sheets (JSON Lines) instead of reading articles."),
]


def add_to(app: typer.Typer) -> None:
    app.command(
        "eval",
        epilog="Example: entente eval gold.jsonl --json > before.json\n\n"
        "Then: entente eval gold.jsonl --baseline before.json\n\nThen: entente eval gold.jsonl --errors relations -n 5",
    )(eval_cli)


def eval_cli(
    datasets: Datasets = None,
    errors: Errors = None,
    number: Number = 5,
    baseline: Baseline = None,
    predictions: Predictions = None,
    model: given.Model = None,
    knowledge: given.Knowledge = None,
    json: given.Json = False,
    quiet: given.Quiet = False,
) -> None:
    """Measure how well annotated articles are read.

    Prints precision, recall and F1 of each kind of fact, with a 95 % bootstrap interval over documents (--json has one for
    each figure), the documents with most errors, and the slowest ones. Gold of the PLOVER project, of GUM and of re3d is
    recognised.
    """
    from etl.cli.progress import progress
    from etl.evaluation import read_kept
    from etl.pipeline.evaluating import OWN_GOLD, evaluate

    if not datasets and not OWN_GOLD.is_file():
        raise typer.BadParameter(
            "no gold was given, and only a checkout of the project has some of its own; name a file of annotated articles, "
            "as in: entente eval gold.jsonl",
            param_hint="DATASET",
        )
    kept = read_kept(baseline) if baseline else {}
    found = evaluate(
        datasets or [OWN_GOLD],
        predictions=predictions,
        model=model,
        kind=errors,
        knowledge=knowledge or (),
        progress=progress(quiet),
    )
    if errors:
        _print_errors(found, errors, number, as_json=json)
    elif json:
        _print_json(found, kept, number)
    else:
        for each in found:
            _print_card(each.card, number)
            if baseline:
                _print_changes(each.card, kept.get(each.card.name), number)


def _print_errors(found: "list[Evaluation]", kind: str, number: int, *, as_json: bool) -> None:
    import orjson

    from etl.cli.console import print_json, print_table
    from etl.evaluation.classes import classes

    errors = [list(each.errors(kind)) for each in found]
    listed = [each for some in errors for each in some[:number]]
    if as_json:
        print_json(listed)
        return
    for each in listed:
        typer.echo(f"{each['id']}: {each['text']}")
        for what in ("missed", "spurious"):
            for fact in each[what]:
                typer.echo(f"  {what:8} {orjson.dumps(fact).decode()}")
        typer.echo()
    rows = classes(each for some in errors for each in some)
    print_table((f"classes of error in {kind}", "missed", "spurious"), rows[:_CLASSES])


def _print_json(found: "list[Evaluation]", kept: "dict[str, Scorecard]", number: int) -> None:
    from etl.cli.console import print_json
    from etl.evaluation import as_json

    result: dict[str, Any] = {"datasets": {each.card.name: as_json(each.card, number) for each in found}}
    changes = {each.card.name: _changes(kept[each.card.name], each.card) for each in found if each.card.name in kept}
    print_json(result | ({"changes": changes} if kept else {}))


def _changes(before: "Scorecard", now: "Scorecard") -> dict[str, Any]:
    from etl.evaluation import comparison

    return {
        "kinds": {
            each.kind: {"before": each.before.f1, "now": each.now.f1, "interval": each.interval, "verdict": each.verdict}
            for each in comparison.kinds(before, now)
        },
        "documents": {each.document: each.kinds for each in comparison.documents(before, now)},
    }


def _print_card(card: "Scorecard", number: int) -> None:
    from etl.cli.console import print_table

    columns = ("kind", "precision", "recall", "F1", "95 % of F1", "gold")
    print_table(columns, map(_row, card.figures()), title=f"{card.name}: {len(card.documents)} articles")
    worst = [(key, each.missed, each.spurious) for key, each in card.worst(number)]
    if worst:
        print_table(("most errors, over all kinds", "missed", "spurious"), worst)
    slowest = [(key, round(1000 * seconds)) for key, seconds in card.slowest(number)]
    if slowest:
        print_table(("slowest", "milliseconds"), slowest)


def _row(figures: "Figures") -> tuple[object, ...]:
    counts = figures.counts
    low, high = figures.intervals["f1"]
    shown = [f"{each:.3f}" for each in (counts.precision, counts.recall, counts.f1)]
    return figures.kind, *shown, f"{low:.3f}–{high:.3f}", counts.gold


def _print_changes(card: "Scorecard", before: "Scorecard | None", number: int) -> None:
    from etl.cli.console import print_table
    from etl.evaluation import comparison

    if before is None:
        typer.echo(f"The baseline holds nothing of {card.name}.\n")
        return
    rows = [
        (each.kind, f"{each.before.f1:.3f}", f"{each.now.f1:.3f}", f"{each.change:+.3f}", _range(each.interval), each.verdict)
        for each in comparison.kinds(before, card)
        if each.before != each.now
    ]
    if not rows:
        typer.echo(f"Nothing in {card.name} changed since the baseline.\n")
        return
    print_table(("F1 since the baseline", "before", "now", "change", "95 %", ""), rows)
    changed = comparison.documents(before, card)
    ends = changed if len(changed) <= 2 * number else changed[:number] + changed[-number:] if number else []
    if ends:
        title = f"read otherwise ({len(changed)}{' in all, most and least improved' if len(ends) < len(changed) else ''})"
        print_table((title, "errors", "by kind"), [(each.document, f"{each.change:+d}", _signed(each.kinds)) for each in ends])


def _range(interval: tuple[float, float]) -> str:
    return f"{interval[0]:+.3f} {interval[1]:+.3f}"


def _signed(kinds: Mapping[str, int]) -> str:
    return ", ".join(f"{kind} {change:+d}" if change else f"{kind} other" for kind, change in kinds.items())
