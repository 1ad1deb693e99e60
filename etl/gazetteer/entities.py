"""The entities that rows of the gazetteer describe, with the properties that follow from their identity."""

from etl import ids
from etl.gazetteer import rows
from etl.model import Entity, Scalar


def nation(row: rows.Nation) -> Entity:
    return _entity(
        ids.nation(row.iso3), "Nation", name=row.name, iso3=row.iso3, iso2=row.iso2, qid=row.qid,
        official_name=row.official_name, capital=row.capital, region=row.region,
    )  # fmt: skip


def organization(row: rows.Organization) -> Entity:
    return _entity(
        ids.organization(row.id), row.cls, name=row.name, id=row.id, acronym=row.acronym, kind=row.kind,
        headquarters=row.headquarters, qid=row.qid, founded=row.founded, dissolved=row.dissolved,
    )  # fmt: skip


def group(row: rows.Group) -> Entity:
    return _entity(ids.group(row.name), "Group", name=row.name, nation=row.nation)


def series(row: rows.Series) -> Entity:
    return _entity(ids.series(row.id), "ExerciseSeries", name=row.name, kind=row.kind)


def official(row: rows.Person) -> Entity:
    return _entity(ids.official(row.name, row.nation), "Official", name=row.name, nation=row.nation, qid=row.qid)


def position(home: str, owner: str, kind: rows.PositionKind) -> Entity:
    """Return the office of a `kind` that belongs to `home` (ISO code or organisation id), whose name is `owner`."""
    return _entity(ids.position(home, kind.kind), "Position", name=f"{kind.name} of {owner}", kind=kind.kind)


def _entity(iri: str, cls: str, **properties: Scalar) -> Entity:
    return Entity(iri, cls, {key: value for key, value in properties.items() if value != ""})
