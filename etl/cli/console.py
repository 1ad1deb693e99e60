"""Where output goes: results to standard output, messages to standard error, both plain where nobody looks at them."""

import csv
import io
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from etl import ids

_WIDE = 100_000  # a pipe has no width: nothing is wrapped or cut

# The least width, in characters, at which a sentence in a column is still easy to read.
_READABLE = 24


def messages() -> Console:
    """Return the console for whoever watches."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def results() -> Console:
    """Return the console for results that are read by people."""
    return Console(highlight=False, width=None if sys.stdout.isatty() else _WIDE)


def print_json(value: object) -> None:
    """Print one JSON value, indented for people and parsed by machines all the same."""
    write(json_of(value))


def json_of(value: object) -> bytes:
    """Return one JSON value as indented lines."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE | orjson.OPT_NON_STR_KEYS, default=str)


def write(data: bytes) -> None:
    """Write bytes to standard output behind what was printed before."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]], title: str | None = None) -> None:
    """Print rows as a table, numbers set to the right; one block a row where the table is too wide for the terminal."""
    found = [list(row) for row in rows]
    named = any(columns)
    if named and found and _least_width(columns, found) > results().width:
        return _print_blocks(columns, found, title)
    table = Table(title=title, box=box.SIMPLE_HEAD if named else None, show_header=named, title_justify="left", pad_edge=False)
    for place, column in enumerate(columns):
        values = [row[place] for row in found if row[place] is not None]
        numeric = bool(values) and all(isinstance(value, int | float) and not isinstance(value, bool) for value in values)
        table.add_column(column, justify="right" if numeric else "left", overflow="fold")
    for row in found:
        table.add_row(*(Text(shown(value)) for value in row))
    results().print(table)
    return None


def _least_width(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> int:
    """Return how wide a table must be for people to read it: words whole, and sentences a few words a line."""
    widths = [len(column) for column in columns]
    for row in rows:
        for place, value in enumerate(row):
            text = shown(value)
            longest = max(map(len, text.split()), default=0)
            widths[place] = max(widths[place], longest, min(len(text), _READABLE))
    return sum(widths) + 3 * len(widths)


def _print_blocks(columns: Sequence[str], rows: Sequence[Sequence[object]], title: str | None) -> None:
    """Print each row as a block of lines, a column a line, without what is empty."""
    if title:
        results().print(title, style="italic")
    for row in rows:
        block = Table(box=None, show_header=False, pad_edge=False)
        block.add_column(style="bold", no_wrap=True)
        block.add_column(overflow="fold")
        for column, value in zip(columns, row, strict=True):
            if text := shown(value):
                block.add_row(column, Text(text))
        results().print(block)
        results().print()


def shown(value: object) -> str:
    """Return one value as people read it: IRIs of Entente without their base, lists joined, no value as nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {shown(each)}" for key, each in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(shown, value))
    return ids.path_of(str(value))


def csv_of(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Return rows as CSV with a line of names; lists are joined by semicolons, maps stand as JSON."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return text.getvalue().encode()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return ";".join(str(_cell(each)) for each in value)
    return orjson.dumps(value, default=str).decode() if isinstance(value, Mapping) else value
