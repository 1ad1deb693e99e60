"""The names by which entities are asked for: those of the gazetteer and those that stand in a store."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from etl import gazetteer, ids
from etl.gazetteer import Gazetteer
from etl.knowledge import remembered


class Strength(IntEnum):
    """How surely a name means its entity; the strongest reading wins."""

    NAME = 0  # its own name, acronym or code
    ALIAS = 1  # another spelling, a former name, a demonym, a code of two letters
    SEAT = 2  # its capital or seat of power, one of its bodies
    SURNAME = 3  # the last word of a person's name
    WORD = 4  # any other word of it


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one entity."""

    text: str
    iri: str
    cls: str
    strength: Strength


_KINDS = {"name": Strength.NAME, "official": Strength.NAME, "abbreviation": Strength.NAME}
_SEATS = frozenset({"capital", "seat", "body"})


class Names:
    """Names by their folded form."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._by_form: dict[str, list[Name]] = {}
        for name in names:
            self._by_form.setdefault(ids.fold(name.text) or name.text.casefold(), []).append(name)

    def called(self, text: str, classes: Iterable[str]) -> list[Name]:
        """Return the strongest readings of `text` among `classes`, one for each entity."""
        wanted = set(classes)
        found = [each for each in self._by_form.get(ids.fold(text) or text.casefold(), ()) if each.cls in wanted]
        strongest = min((each.strength for each in found), default=None)
        found = [each for each in found if each.strength == strongest]
        # Folding drops signs: OPEC and OPEC+ differ again when they are compared as they are written.
        exact = [each for each in found if each.text.casefold() == text.strip().casefold()]
        return list({each.iri: each for each in exact or found}.values())

    def all(self, classes: Iterable[str]) -> Iterator[Name]:
        """Yield every name of an entity of `classes`."""
        wanted = set(classes)
        for same in self._by_form.values():
            yield from (each for each in same if each.cls in wanted)


def person_names(text: str, iri: str, cls: str, strength: Strength = Strength.NAME) -> Iterator[Name]:
    """Yield a person's name and the words of it that may stand alone."""
    yield Name(text, iri, cls, strength)
    words = text.split()
    for place, word in enumerate(words):
        if len(words) > 1 and len(word) > 2:
            yield Name(word, iri, cls, Strength.SURNAME if place == len(words) - 1 else Strength.WORD)


def named(text: str, iri: str, cls: str) -> Iterator[Name]:
    """Yield the names that an entity has by its own name `text`."""
    if cls == "Official":
        return person_names(text, iri, cls)
    return iter([Name(text, iri, cls, Strength.NAME)])


@remembered
def known() -> Names:
    """Return the names of the gazetteer."""
    rows = gazetteer.load()
    return Names([*_nations(rows), *_organizations(rows), *_groups(rows), *_series(rows), *_people(rows)])


@remembered
def preferred() -> dict[str, str]:
    """Return what an ambiguous name means by default: folded name to the code or id that the gazetteer decides on."""
    rows = gazetteer.load().ambiguous
    return {ids.fold(row.surface): row.reading for row in rows if row.condition == "default" and row.reading != "none"}


def _nations(rows: Gazetteer) -> Iterator[Name]:
    for nation in rows.nations:
        iri = ids.nation(nation.iso3)
        for text in (nation.name, nation.iso3, nation.official_name, nation.qid):
            yield Name(text, iri, "Nation", Strength.NAME)
        yield Name(nation.iso2, iri, "Nation", Strength.ALIAS)
    for alias in rows.nation_aliases:
        strength = Strength.SEAT if alias.kind in _SEATS else _KINDS.get(alias.kind, Strength.ALIAS)
        yield Name(alias.alias, ids.nation(alias.iso3), "Nation", strength)


def _organizations(rows: Gazetteer) -> Iterator[Name]:
    classes = {row.id: row.cls for row in rows.organizations}
    for row in rows.organizations:
        for text in filter(None, (row.name, row.acronym, row.id, row.qid)):
            yield Name(text, ids.organization(row.id), row.cls, Strength.NAME)
    for alias in rows.organization_aliases:
        yield Name(alias.alias, ids.organization(alias.id), classes.get(alias.id, "Organization"), Strength.ALIAS)


def _groups(rows: Gazetteer) -> Iterator[Name]:
    for row in rows.groups:
        for text in row.names:
            yield Name(text, ids.group(row.name), "Group", Strength.NAME if text == row.name else Strength.ALIAS)


def _series(rows: Gazetteer) -> Iterator[Name]:
    for row in rows.exercise_series:
        for text in row.names:
            yield Name(text, ids.series(row.id), "ExerciseSeries", Strength.NAME)


def _people(rows: Gazetteer) -> Iterator[Name]:
    for row in rows.people:
        iri = ids.official(row.name, row.nation)
        yield from person_names(row.name, iri, "Official")
        for alias in filter(None, (*row.aliases.split("|"), row.qid)):
            yield from person_names(alias, iri, "Official", Strength.ALIAS)
