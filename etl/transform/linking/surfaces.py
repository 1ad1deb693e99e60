"""The surface forms of the gazetteer: every alias with the entity that it names, and where a text has one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span

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


_LETTERS = re.compile(r"[^\W_]+")
BLOCK = Sense("block", "", "", "")


class Surfaces:
    """Finds aliases by their characters, so that no alias has to be parted into tokens before the first article is read."""

    def __init__(self, known: Iterable[tuple[str, Sense]]) -> None:
        self._senses: dict[str, list[Sense]] = {}
        for alias, sense in known:
            for form in _forms(alias):
                self._senses.setdefault(form, []).append(sense)
        by_start: dict[str, list[str]] = {}
        for form in self._senses:
            by_start.setdefault(_start(form), []).append(form)
        self._by_start = {start: tuple(forms) for start, forms in by_start.items()}
        self._by_orth: dict[int, tuple[str, ...]] = {}  # the same by token, filled as tokens are met

    def find(self, doc: Doc) -> Iterator[tuple[Span, Sense]]:
        """Yield every alias that begins and ends with a token of `doc`, with each of its senses."""
        text, known = doc.text, self._by_orth
        for index, orth in enumerate(doc.to_array("ORTH").tolist()):
            forms = known.get(orth)
            if forms is None:
                forms = known[orth] = self._by_start.get(_start(doc[index].text), ())
            if forms:
                yield from self._at(doc, text, index, forms)

    def _at(self, doc: Doc, text: str, index: int, forms: Iterable[str]) -> Iterator[tuple[Span, Sense]]:
        start = doc[index].idx
        for form in forms:
            if text.startswith(form, start) and (span := doc.char_span(start, start + len(form))) is not None:
                yield from ((span, sense) for sense in self._senses[form])


def build(gazetteer: Gazetteer) -> Surfaces:
    """Collect all aliases; a phrase that an ambiguity row takes out of its nation becomes a block."""
    return Surfaces(aliases(gazetteer))


def _start(text: str) -> str:
    """Return the letters and digits that a name or a token begins with, else its first character."""
    found = _LETTERS.match(text)
    return found.group() if found else text[:1]


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
    for group in gazetteer.groups:
        for name in group.names:
            yield name, Sense("named", "Group", ids.group(group.name), name)
    for series in gazetteer.exercise_series:
        for name in series.names:
            yield name, Sense("series", "ExerciseSeries", ids.series(series.id), series.name)
        if series.name.startswith("Exercise "):
            bare = series.name.removeprefix("Exercise ")
            yield bare, Sense("series-edition", "ExerciseSeries", ids.series(series.id), series.name)
    for person in gazetteer.people:
        for name in person.names:
            yield name, Sense("person", "Official", ids.official(person.name, person.nation), person.name)
    for ambiguity in gazetteer.ambiguous:
        if ambiguity.condition == "longer":
            yield ambiguity.context, _reading(ambiguity.reading)


def _reading(reading: str) -> Sense:
    """Return the sense of an ambiguity row: a nation's code, or "none" for a phrase that is no mention."""
    if len(reading) == 3 and reading.isupper():
        return Sense("name", "Nation", ids.nation(reading), reading)
    return BLOCK
