"""Shows a table of figures on standard output, and puts it into a page between two markers."""

import importlib.metadata
import os
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

Row = tuple[str, ...]


def conditions(*libraries: str) -> str:
    """Return where the figures hold: processor, cores, Python and the versions of `libraries`."""
    versions = [f"{name} {importlib.metadata.version(name)}" for name in libraries]
    return ", ".join([f"{os.cpu_count()} cores ({platform.machine()})", f"Python {platform.python_version()}", *versions])


def show(name: str, note: str, rows: Sequence[Row], page: Path | None) -> None:
    """Print the table (its first row is the head) and, where `page` is given, set it there below `note`."""
    sys.stdout.write(f"{note}\n\n{_aligned(rows)}\n")
    if page:
        write_section(page, name, f"{note}\n\n{_markdown(rows)}")


def write_section(page: Path, name: str, text: str) -> None:
    """Replace what stands between the markers of section `name` in `page`; a page without them gets them at its end."""
    begin, end = f"<!-- measured: {name} -->", f"<!-- end: {name} -->"
    before = page.read_text("utf-8") if page.exists() else ""
    head, marked, rest = before.partition(begin)
    _, _, tail = rest.partition(end)
    joined = head if marked or not head else head.rstrip("\n") + "\n\n"
    page.write_text(f"{joined}{begin}\n{text}\n{end}{tail or chr(10)}", "utf-8")


def _aligned(rows: Sequence[Row]) -> str:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return (
        "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows) + "\n"
    )


def _markdown(rows: Sequence[Row]) -> str:
    head, *body = rows
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, rule, *body])
