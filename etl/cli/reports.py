"""The account of a job, for people and for scripts."""

import os
import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from etl.cli.console import json_of, messages, print_json, print_table
from etl.model import Skipped
from etl.pipeline import RunReport

if TYPE_CHECKING:
    from etl.load import Count, LoadReport


def finish(report: RunReport, db: Path | None, *, as_json: bool, quiet: bool, strict: bool) -> None:
    """End a job that loaded articles: the whole account is its result."""
    if as_json:
        print_json(as_dict(report))
    else:
        _show(report)
    if not quiet and not report.read:
        messages().print(
            "There was no article: nothing in a folder is read but .txt, .md, .jsonl and .ndjson files.", markup=False
        )
    elif not quiet and not as_json:
        _next_steps(db)
    if strict and not report.complete:
        raise typer.Exit(1)


def _show(report: RunReport) -> None:
    print_table(("articles", ""), _articles(report).items())
    if report.load:
        _print_counts("entities", report.load.entities)
        _print_counts("statements", report.load.statements)
    if report.dropped:
        rows = [(stage, reason, count) for (stage, reason), count in report.dropped.most_common(10)]
        print_table(("seen and left out by", "because", "times"), rows)


def close(report: RunReport, output: str, *, as_json: bool, quiet: bool, strict: bool) -> None:
    """End a stage that wrote a file: its account goes where the results do not."""
    if as_json and output != "-":
        print_json(as_dict(report))
    elif as_json:
        messages().print(json_of(as_dict(report)).decode().rstrip(), markup=False)
    elif not quiet:
        summarise(report)
    if strict and not report.complete:
        raise typer.Exit(1)


def summarise(report: RunReport) -> None:
    """Print the account as one message."""
    losses = f", {report.skipped.count} skipped, {report.quarantined.count} quarantined"
    rate = f" ({report.done / report.seconds:.1f} a second)" if report.seconds > 1 else ""
    messages().print(f"{report.read} articles read, {report.done} done{losses} in {report.seconds:.1f} seconds{rate}")


def _next_steps(db: Path | None) -> None:
    where = f" --db {shlex.quote(str(db))}" if db else ""
    steps = {
        "entente query list": "the questions that can be asked",
        f"entente query run exercises{where}": "one of them",
        f"entente export rdf -o graph.ttl{where}": "the graph for other tools",
    }
    if db or not os.environ.get("NEO4J_URI"):
        steps[f"entente db up{where}"] = "keeps the database running, so that answers come at once"
    width = max(map(len, steps))
    for line in ("Next:", *(f"  {command:{width}}  {what}" for command, what in steps.items())):
        messages().print(line, markup=False)


def as_dict(report: RunReport) -> dict[str, Any]:
    """Return the account as JSON values."""
    found: dict[str, Any] = {
        "articles": _articles(report),
        "skipped": _named(report.skipped),
        "quarantined": _named(report.quarantined),
        "dropped": [
            {"stage": stage, "reason": reason, "count": count} for (stage, reason), count in sorted(report.dropped.items())
        ],
        "seconds": round(report.seconds, 3),
    }
    if report.load:
        found |= {"entities": _counts(report.load.entities), "statements": _counts(report.load.statements)}
    if report.reference:
        found["reference"] = _reference(report.reference)
    return found


def _articles(report: RunReport) -> dict[str, int]:
    found = {"read": report.read}
    if report.load:
        found |= {"new": report.load.new_articles, "unchanged": report.load.unchanged, "replaced": report.load.replaced}
    else:
        found |= {"done": report.done}
    return found | {"skipped": report.skipped.count, "quarantined": report.quarantined.count, "undated": report.undated}


def _named(losses: Iterable[Skipped]) -> list[dict[str, str]]:
    return [{"where": each.where, "reason": each.reason} for each in losses]


def _counts(counts: "dict[str, Count]") -> dict[str, dict[str, int]]:
    return {kind: {"new": count.new, "merged": count.merged} for kind, count in sorted(counts.items())}


def _reference(load: "LoadReport") -> dict[str, Any]:
    return {
        "new": load.new_articles,
        "unchanged": load.unchanged,
        "entities": _counts(load.entities),
        "statements": _counts(load.statements),
    }


def _print_counts(title: str, counts: "dict[str, Count]") -> None:
    if counts:
        print_table((title, "new", "merged"), [(kind, count.new, count.merged) for kind, count in sorted(counts.items())])
