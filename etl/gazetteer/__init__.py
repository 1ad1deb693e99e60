"""The gazetteer: dated facts about nations, organisations, offices and exercises, read from CSV files."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from etl.errors import KnowledgeError
from etl.gazetteer import rows
from etl.resources import schema

FILES: dict[str, type] = {
    "nations": rows.Nation,
    "nation_aliases": rows.NationAlias,
    "ambiguous": rows.Ambiguity,
    "organizations": rows.Organization,
    "organization_aliases": rows.OrganizationAlias,
    "memberships": rows.Membership,
    "exercise_series": rows.Series,
    "positions": rows.PositionKind,
    "position_titles": rows.PositionTitle,
    "people": rows.Person,
    "office_holders": rows.OfficeHolder,
    "organization_heads": rows.OrganizationHead,
}


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All rows, in the order of their files."""

    nations: tuple[rows.Nation, ...]
    nation_aliases: tuple[rows.NationAlias, ...]
    ambiguous: tuple[rows.Ambiguity, ...]
    organizations: tuple[rows.Organization, ...]
    organization_aliases: tuple[rows.OrganizationAlias, ...]
    memberships: tuple[rows.Membership, ...]
    exercise_series: tuple[rows.Series, ...]
    positions: tuple[rows.PositionKind, ...]
    position_titles: tuple[rows.PositionTitle, ...]
    people: tuple[rows.Person, ...]
    office_holders: tuple[rows.OfficeHolder, ...]
    organization_heads: tuple[rows.OrganizationHead, ...]


@cache
def load(*folders: Path) -> Gazetteer:
    """Read the gazetteer that ships with Entente, then the files of the same names in `folders`, which add rows.

    Raises KnowledgeError for a missing file or column.
    """
    return Gazetteer(**{name: tuple(_rows(name, cls, folders)) for name, cls in FILES.items()})


def path(name: str) -> Path:
    """Return the path of the gazetteer file `name` that ships with Entente."""
    return schema("gazetteer", f"{name}.csv")


def _rows[T](name: str, cls: type[T], folders: Iterable[Path]) -> Iterable[T]:
    yield from _read(path(name), cls)
    for folder in folders:
        extra = folder / f"{name}.csv"
        if extra.is_file():
            yield from _read(extra, cls)


def _read[T](file: Path, cls: type[T]) -> Iterable[T]:
    if not file.is_file():
        raise KnowledgeError(f"the gazetteer file {file} is missing", hint="Reinstall entente.")
    with file.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        columns = [field.name.rstrip("_") for field in fields(cls)]  # type: ignore[arg-type]
        if missing := set(columns) - set(reader.fieldnames or ()):
            raise KnowledgeError(f"{file} lacks the columns {sorted(missing)}")
        for row in reader:
            yield cls(*((row[column] or "").strip() for column in columns))
