"""What the columns of the files may hold, as `schema/columns.csv` says: dates, patterns, or words that another file has.

`only` narrows a line to rows whose kind or condition it names; `parted` parts a cell into several values. In `holds`,
"date" and "pattern" speak for themselves, "shipped" is any value that the shipped file has in this column, `=word` stands
for a word, and `file.column` for the values of that column. Without `holds` a cell may hold anything; with `needed` it
must not be empty.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.errors import KnowledgeError
from etl.knowledge.folders import remembered, shipped, table
from etl.knowledge.tables import KEYS, Row, nearest, read
from etl.model import Interval
from etl.resources import schema


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a row, and what to do about it."""

    row: Row
    what: str
    hint: str


def faults(name: str, row: Row) -> Iterator[Fault]:
    """Yield what is wrong with the cells of a row of the file `name`."""
    for rule in _rules().get(name, ()):
        if rule["only"] and rule["only"] not in (row.cells.get("kind"), row.cells.get("condition")):
            continue
        cell, column = row.cells.get(rule["column"], ""), rule["column"]
        if not cell and rule["needed"]:
            yield Fault(row, f"{column} is empty", "Fill it in, or take the row out.")
        for value in _values(cell, rule):
            hint = _refused(value, name, rule)
            if hint is not None:
                yield Fault(row, f"the {column} {value!r} is no {_spoken(rule)}", hint)


def _values(cell: str, rule: Row) -> list[str]:
    parted = rule["parted"]
    values = cell.split(parted) if parted == "|" else cell.split() if parted else [cell]
    return [value for value in values if value]


def _refused(value: str, name: str, rule: Row) -> str | None:
    """Return what to do about a value that a column does not hold, None for one that it holds."""
    match rule["holds"]:
        case "":
            return None
        case "date":
            return _no_date(value)
        case "pattern":
            return _no_pattern(value)
        case "shipped":
            known = _shipped(name, rule["column"])
        case holds:
            known = frozenset().union(*map(_named, holds.split()))
    if value in known:
        return None
    return nearest(value, known) or (f"It may be {', '.join(sorted(known))}." if len(known) < 30 else "Add a row for it.")


def _no_date(value: str) -> str | None:
    try:
        Interval.parse(value)
    except KnowledgeError as error:
        return error.hint or "Write YYYY, YYYY-MM or YYYY-MM-DD."
    return None


def _no_pattern(value: str) -> str | None:
    try:
        re.compile(value)
    except re.error as error:
        return f"It is read as a regular expression: {error}."
    return None


def _spoken(rule: Row) -> str:
    """Return what a column holds as people say it: "iso3 of nations.csv or id of organizations.csv"."""
    if "." not in rule["holds"]:
        return {"date": "date", "pattern": "pattern"}.get(rule["holds"], "value that is known")
    named = (each.partition(".") for each in rule["holds"].split() if "." in each)
    return " or ".join(f"{column} of {name}.csv" for name, _, column in named)


@remembered
def _shipped(name: str, column: str) -> frozenset[str]:
    return frozenset(row[column] for row in shipped(part_of(name), name))


@remembered
def _named(what: str) -> frozenset[str]:
    """Return the words that one part of `holds` stands for."""
    if what.startswith("="):
        return frozenset({what.removeprefix("=")})
    name, _, column = what.partition(".")
    return frozenset(row[column] for row in table(part_of(name), name))


def part_of(name: str) -> str:
    """Return the folder in which the file `name` stands."""
    return "gazetteer" if name in KEYS else "lexicon"


@remembered
def _rules() -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in read(schema("columns.csv"), ("file", "column", "only", "parted", "needed", "holds")):
        found.setdefault(row["file"], []).append(row)
    return found
