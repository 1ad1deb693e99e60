"""The surface forms of the gazetteer as one phrase matcher: every alias with the entity that it names."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import PhraseMatcher

from etl import ids
from etl.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class Sense:
    """What one alias stands for; `label` is the code used in fact sheets.

    The kind "series-edition" is a name that speaks of an exercise only before a year ("Sea Breeze 2017").
    """

    kind: str
    cls: str
    iri: str
    label: str


BLOCK = Sense("block", "", "", "")


@dataclass(frozen=True, slots=True)
class Surfaces:
    """The matcher and what each of its keys means."""

    matcher: PhraseMatcher
    senses: dict[str, Sense]


def build(nlp: Language, gazetteer: Gazetteer) -> Surfaces:
    """Compile all aliases; a phrase that an ambiguity row takes out of its nation becomes a block."""
    matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
    senses: dict[str, Sense] = {}
    for alias, sense in aliases(gazetteer):
        key = f"{sense.kind}|{sense.iri}|{sense.cls}"
        senses[key] = sense
        matcher.add(key, [nlp.make_doc(form) for form in _forms(alias)])
    return Surfaces(matcher, senses)


def _forms(alias: str) -> set[str]:
    """Return the alias as written and, for a name of letters, in the capitals of a headline."""
    forms = {alias}
    if len(alias) > 4 and not alias.isupper():
        forms.add(alias.upper())
    return forms


def aliases(gazetteer: Gazetteer) -> Iterator[tuple[str, Sense]]:
    """Yield every alias of the gazetteer with what it stands for, in the order of the files."""
    for row in gazetteer.nation_aliases:
        yield row.alias, Sense(row.kind, "Nation", ids.nation(row.iso3), row.iso3)
    known = {row.id: row for row in gazetteer.organizations}
    for alias in gazetteer.organization_aliases:
        organization = known[alias.id]
        yield alias.alias, Sense("organization", organization.cls, ids.organization(alias.id), organization.name)
    for series in gazetteer.exercise_series:
        for name in (series.name, *filter(None, series.aliases.split("|"))):
            yield name, Sense("series", "ExerciseSeries", ids.series(series.id), series.name)
        if series.name.startswith("Exercise "):
            bare = series.name.removeprefix("Exercise ")
            yield bare, Sense("series-edition", "ExerciseSeries", ids.series(series.id), series.name)
    for person in gazetteer.people:
        for name in (person.name, *filter(None, person.aliases.split("|"))):
            yield name, Sense("person", "Official", ids.official(person.name, person.nation), person.name)
    for ambiguity in gazetteer.ambiguous:
        if ambiguity.condition == "longer":
            yield ambiguity.context, _reading(ambiguity.reading)


def _reading(reading: str) -> Sense:
    """Return the sense of an ambiguity row: a nation's code, or "none" for a phrase that is no mention."""
    if len(reading) == 3 and reading.isupper():
        return Sense("name", "Nation", ids.nation(reading), reading)
    return BLOCK
