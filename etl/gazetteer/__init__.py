"""The gazetteer: dated facts about nations, organisations, offices and exercises, read from CSV files."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from etl import knowledge
from etl.gazetteer import rows
from etl.resources import schema

FILES: dict[str, type] = {
    "nations": rows.Nation,
    "nation_aliases": rows.NationAlias,
    "ambiguous": rows.Ambiguity,
    "organizations": rows.Organization,
    "organization_aliases": rows.OrganizationAlias,
    "groups": rows.Group,
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
    groups: tuple[rows.Group, ...]
    memberships: tuple[rows.Membership, ...]
    exercise_series: tuple[rows.Series, ...]
    positions: tuple[rows.PositionKind, ...]
    position_titles: tuple[rows.PositionTitle, ...]
    people: tuple[rows.Person, ...]
    office_holders: tuple[rows.OfficeHolder, ...]
    organization_heads: tuple[rows.OrganizationHead, ...]


@knowledge.remembered
def load() -> Gazetteer:
    """Read the gazetteer that ships with Entente, with what the folders of knowledge in use add to it.

    Raises KnowledgeError for a missing file or column.
    """
    return Gazetteer(**{name: tuple(_rows(name, cls)) for name, cls in FILES.items()})


def path(name: str) -> Path:
    """Return the path of the gazetteer file `name` that ships with Entente."""
    return schema(knowledge.GAZETTEER, f"{name}.csv")


def _rows[T](name: str, cls: type[T]) -> Iterator[T]:
    columns = [field.name.rstrip("_") for field in fields(cls)]  # type: ignore[arg-type]
    for row in knowledge.table(knowledge.GAZETTEER, name):
        yield cls(*(row[column] for column in columns))
