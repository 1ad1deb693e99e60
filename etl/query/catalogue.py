"""Canned queries: files of `cypher/queries/`, each one statement below a header that says what it asks and answers.

// title: Office holders
// summary: Who holds which office.
//   A line that is indented goes on with the line above.
// parameter: home (nation|organization) whose offices. Example: France
// parameter: on (date, default null) the day that is asked for. Example: 2019-03-01
// columns: office, official
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz import process

from etl.errors import KnowledgeError, QueryError
from etl.query.kinds import example_of, is_kind
from etl.resources import cypher

_PARAMETER = re.compile(
    r"(?P<name>[a-z_]+) \((?P<kind>[^,()]+(?:\([^()]*\))?)(?:, default (?P<default>[^()]*))?\) "
    r"(?P<help>.+?)(?:\. Example: (?P<example>.+))?"
)
_KEYS = frozenset({"title", "summary", "parameter", "columns"})


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its kind (etl.query.kinds), the text it has by default, what it means, and a value to try.

    A parameter that is not required and has no default is null where it is not given.
    """

    name: str
    kind: str
    required: bool
    default: str | None
    help: str
    example: str


@dataclass(frozen=True, slots=True)
class Query:
    """One canned query; `name` is that of its file, `summary` begins with one sentence, `cypher` has no header."""

    name: str
    title: str
    summary: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    cypher: str


@cache
def catalogue() -> tuple[Query, ...]:
    """Return all canned queries by name; raises KnowledgeError for a header that cannot be read."""
    return tuple(read_query(path) for path in sorted(cypher("queries").glob("*.cypher")))


def find(name: str) -> Query:
    """Return the query called `name`; raises QueryError with the nearest names."""
    queries = {query.name: query for query in catalogue()}
    wanted = name.strip().lower().replace("_", "-").replace(" ", "-").removesuffix(".cypher")
    if wanted in queries:
        return queries[wanted]
    near = [key for key, _, _ in process.extract(wanted, list(queries), limit=3, score_cutoff=50)]
    raise QueryError(
        f"there is no query {name!r}",
        hint=f"Did you mean {' or '.join(near)}?" if near else f"The queries are: {', '.join(queries)}.",
    )


def read_query(path: Path) -> Query:
    """Read one file of the catalogue; raises KnowledgeError for a header that cannot be read."""
    lines = path.read_text(encoding="utf-8").splitlines()
    height = next((place for place, line in enumerate(lines) if not line.startswith("//")), len(lines))
    header = list(_fields(path, lines[:height]))
    single = {key: value for key, value in header if key != "parameter"}
    if missing := {"title", "summary", "columns"} - single.keys():
        raise KnowledgeError(f"the header of {path} lacks {', '.join(sorted(missing))}")
    return Query(
        path.stem,
        single["title"],
        single["summary"],
        tuple(_parameter(path, value) for key, value in header if key == "parameter"),
        tuple(each.strip() for each in single["columns"].split(",")),
        "\n".join(lines[height:]).strip().removesuffix(";"),
    )


def _fields(path: Path, lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the keys and values of a header; indented lines are joined to the one above."""
    joined: list[str] = []
    for line in lines:
        if line.startswith("//  ") and joined:
            joined[-1] += " " + line.removeprefix("//").strip()
        else:
            joined.append(line.removeprefix("//").strip())
    for line in joined:
        key, _, value = line.partition(": ")
        if key not in _KEYS or not value:
            raise KnowledgeError(f"{path}: the header line {line!r} is none of {', '.join(sorted(_KEYS))}")
        yield key, value


def _parameter(path: Path, text: str) -> Parameter:
    read = _PARAMETER.fullmatch(text)
    if read is None or not is_kind(read["kind"]):
        raise KnowledgeError(f"{path}: {text!r} is no parameter", hint="Write: name (kind, default value) help. Example: value")
    default = None if read["default"] in (None, "null") else read["default"]
    example = read["example"] or (example_of(read["kind"]) if read["kind"] == "boolean" else default) or example_of(read["kind"])
    return Parameter(read["name"], read["kind"], read["default"] is None, default, read["help"].removesuffix("."), example)
