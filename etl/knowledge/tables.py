"""CSV files of knowledge as rows that know where they stand."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from etl.errors import KnowledgeError

GAZETTEER, LEXICON = "gazetteer", "lexicon"

# What tells a row of the gazetteer from all others of its file; in the lexicon it is the id.
KEYS: Mapping[str, tuple[str, ...]] = {
    "nations": ("iso3",),
    "nation_aliases": ("iso3", "alias"),
    "ambiguous": ("surface", "condition", "context"),
    "organizations": ("id",),
    "organization_aliases": ("id", "alias"),
    "groups": ("id",),
    "memberships": ("organization", "member", "from"),
    "exercise_series": ("id",),
    "positions": ("kind",),
    "position_titles": ("kind", "title", "nation"),
    "people": ("id",),
    "office_holders": ("person", "nation", "kind", "from"),
    "organization_heads": ("person", "organization", "kind", "from"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file: where it begins, and its cells by column."""

    file: Path
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    @property
    def where(self) -> str:
        return f"{self.file}:{self.line}"


def key_of(name: str, row: Row) -> tuple[str, ...]:
    """Return what tells a row from the others of the file `name`."""
    return tuple(row.cells.get(column, "") for column in KEYS.get(name, ("id",)))


def header(file: Path) -> list[str]:
    """Return the columns of a file; raises KnowledgeError where it cannot be read."""
    return next(_lines(file), (1, []))[1]


def read(file: Path, columns: Iterable[str]) -> Iterator[Row]:
    """Yield the rows of a file that has these columns; raises KnowledgeError naming line and column."""
    lines = _lines(file)
    _, found = next(lines, (1, []))
    _check_header(file, found, list(columns))
    for line, cells in lines:
        if len(cells) != len(found):
            raise KnowledgeError(
                f"{file}:{line}: the row has {len(cells)} cells for {len(found)} columns ({','.join(found)})",
                hint="Put a cell that holds a comma between double quotes, and a comma for each cell that is empty.",
            )
        yield Row(file, line, dict(zip(found, (cell.strip() for cell in cells), strict=True)))


def nearest(word: str, words: Iterable[str]) -> str:
    """Return the question that offers the nearest of `words`, "" where none is near."""
    # Letters that changed places are one slip, and more likely than another letter: PKR is PRK sooner than PER.
    near = process.extract(word, sorted(set(words)), scorer=OSA.normalized_similarity, score_cutoff=0.6, limit=20)
    found = max(near, key=lambda each: (each[1], len(set(word) & set(each[0]))), default=None)
    return f"Did you mean {found[0]!r}?" if found else ""


def _lines(file: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines of a file that are not empty, with their numbers."""
    line = 1
    try:
        with file.open(encoding="utf-8-sig", newline="") as text:
            reader = csv.reader(text, strict=True)
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield line, cells
                line = reader.line_num + 1
    except csv.Error as error:
        raise KnowledgeError(f"{file}:{line}: {error}", hint="A double quote opens a cell here that none closes.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{file} cannot be read: {error}", hint="Save it as CSV with commas, in UTF-8.") from error


def _check_header(file: Path, found: list[str], columns: list[str]) -> None:
    unknown = [each for each in found if each not in columns]
    missing = [each for each in columns if each not in found]
    if not unknown and not missing and len(found) == len(columns):
        return
    if len(found) == 1 and len(found[0].split(";")) == len(columns):
        raise KnowledgeError(f"{file}:1: semicolons part the cells", hint="Save it as CSV with commas.")
    what = f"the column {missing[0]!r} is missing" if missing else "a column stands twice"
    what = f"there is no column {unknown[0]!r}" if unknown else what
    hint = nearest(unknown[0], missing) if unknown and missing else ""
    raise KnowledgeError(f"{file}:1: {what}", hint=f"{hint} The first line has to be: {','.join(columns)}".strip())
