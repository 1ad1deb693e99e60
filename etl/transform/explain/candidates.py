"""Linking candidates: every entity that the words of a mention could name, how alike the names are, and why one was taken."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process
from spacy.tokens import Doc, Span

from etl import ids
from etl.gazetteer import Gazetteer
from etl.gazetteer.rows import Ambiguity
from etl.model import covers
from etl.transform.linking.ambiguity import NONE, Decider
from etl.transform.linking.surfaces import Sense, aliases
from etl.transform.reading import Link, Person, Reading, reading

_NEAR = 85.0  # likeness of spellings, of 100, from which another name is worth showing
_MOST = 6
_BY_KIND = {
    "place": "a place by the language model; the gazetteer has no such name",
    "named": "a name by the language model; the gazetteer has no such name",
    "title": "a title alone: who holds the office in the article, else by the dated table",
    "capital": "a capital that acts or is acted on stands for its state",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity by its nearest name; `score` is how alike that name and the words are, from 0 to 1."""

    entity: str
    cls: str
    name: str
    alias: str
    kind: str
    score: float
    chosen: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Linking:
    """One linked mention, at characters of the article's text: what it stands for, why, and what else it could have named."""

    start: int
    end: int
    text: str
    kind: str
    entity: str
    name: str
    why: str
    candidates: tuple[Candidate, ...] = ()


class Candidates:
    """Knows every alias of the gazetteer, and who held which office when."""

    def __init__(self, known: Gazetteer) -> None:
        self._names: dict[str, list[tuple[str, Sense]]] = {}
        self._aliases: dict[str, list[str]] = {}
        for alias, sense in aliases(known):
            if sense.iri:
                self._names.setdefault(ids.fold(alias), []).append((alias, sense))
                self._aliases.setdefault(sense.iri, []).append(alias)
        self._surnames: dict[str, set[str]] = {}
        for form, named in self._names.items():
            if any(sense.cls == "Official" for _, sense in named):
                for word in form.split():
                    self._surnames.setdefault(word, set()).add(form)
        self._ambiguous: dict[str, list[Ambiguity]] = {}
        for row in known.ambiguous:
            self._ambiguous.setdefault(row.surface, []).append(row)
        self._terms: dict[str, list[tuple[str, str, str, str]]] = {}
        people = {row.id: ids.official(row.name, row.nation) for row in known.people}
        for term in known.office_holders:
            self._terms.setdefault(people[term.person], []).append((term.kind, term.nation, term.from_, term.to))
        self._forms = {form: form for form in self._names if len(form) > 3}

    def of(self, doc: Doc, link: Link) -> Linking:
        """Return the linking of `link` with its candidates, the best first."""
        kept, span = reading(doc), doc[link.start : link.end]
        alike = sorted(self._all(kept, span, link), key=lambda each: (each.score, each.alias == span.text))
        found = {each.entity: each for each in alike}
        ranked = sorted(found.values(), key=lambda each: (not each.chosen, -each.score, each.name))[:_MOST]
        why = self._why(kept, span, link, ranked)
        start, end = span.start_char + kept.shift, span.end_char + kept.shift
        return Linking(start, end, span.text, link.kind, link.iri, link.label, why, tuple(ranked))

    def near(self, words: str, most: int = 3) -> list[Candidate]:
        """Return the entities whose names are spelt most like `words`."""
        form = ids.fold(words)
        hits = process.extract(form, self._forms, scorer=fuzz.ratio, limit=most, score_cutoff=_NEAR)
        return [_candidate(alias, sense, words) for hit in hits for alias, sense in self._names[hit[2]]]

    def names_of(self, iri: str) -> list[str]:
        """Return every name that the gazetteer has for an entity."""
        return self._aliases.get(iri, [])

    def _all(self, kept: Reading, span: Span, link: Link) -> Iterator[Candidate]:
        words, form = span.text, ids.fold(span.text)
        for alias, sense in self._names.get(form, ()):
            yield self._noted(kept, _candidate(alias, sense, words), link)
        if link.cls == "Official" and len(form.split()) == 1:
            for other in self._surnames.get(form, ()):
                for alias, sense in self._names[other]:
                    if sense.cls == "Official":
                        yield self._noted(kept, _candidate(alias, sense, words), link)
        for near in self.near(words):
            yield self._noted(kept, near, link)
        person = kept.person(link.iri)
        yield self._noted(kept, _own(link, person, words), link)

    def _noted(self, kept: Reading, found: Candidate, link: Link) -> Candidate:
        """Return a candidate with what speaks for it in the article and in the tables."""
        notes: list[str] = []
        if found.cls == "Official":
            notes += self._offices(kept, found.entity)
        elif any(each.iri == found.entity and each.start != link.start for each in kept.links):
            notes.append("named elsewhere in the article")
        return replace(found, chosen=found.entity == link.iri, notes=tuple(notes))

    def _offices(self, kept: Reading, iri: str) -> Iterator[str]:
        person = kept.person(iri)
        if person is not None and person.offices:
            yield f"the article gives the office {person.offices[0].title!r}"
        on = kept.published
        for kind, home, begin, end in self._terms.get(iri, ()):
            if on is not None and covers(begin, end, on):
                yield f"{kind} of {home} on {on} by the dated table"

    def _why(self, kept: Reading, span: Span, link: Link, ranked: Iterable[Candidate]) -> str:
        row = self._decided(span)
        if row is not None and row.reading != NONE:
            return f"ambiguous.csv reads {row.surface!r} as {row.reading} ({_condition(row)}): {row.reason}".removesuffix(": ")
        if link.kind == "place" and link.nation:
            return "a capital that is only a place here"
        if link.kind == "person":
            return _why_person(kept, span, link)
        if link.kind in _BY_KIND:
            return _BY_KIND[link.kind]
        rivals = [each for each in ranked if each.score == 1 and each.entity != link.iri]
        return "the first of these names in the gazetteer" if rivals else "the only entity of this name"

    def _decided(self, span: Span) -> Ambiguity | None:
        """Return the row that decides on an ambiguous name."""
        rows = sorted(self._ambiguous.get(span.text, ()), key=lambda each: each.condition == "default")
        return next((row for row in rows if row.condition != "longer" and Decider([row]).reading(span)), None)


def _candidate(alias: str, sense: Sense, words: str) -> Candidate:
    score = round(fuzz.ratio(ids.fold(alias), ids.fold(words)) / 100, 2)
    return Candidate(sense.iri, sense.cls, sense.label, alias, sense.kind, score)


def _own(link: Link, person: Person | None, words: str) -> Candidate:
    name = person.name if person is not None else link.label
    score = round(fuzz.ratio(ids.fold(name), ids.fold(words)) / 100, 2) if link.kind != "title" else 0.0
    return Candidate(link.iri, link.cls, name, name, link.kind, score)


def _why_person(kept: Reading, span: Span, link: Link) -> str:
    person = kept.person(link.iri)
    if person is None:
        return "a person of the gazetteer"
    if ids.fold(person.name) == ids.fold(span.text):
        return "a full name of the gazetteer" if person.known else "a full name by the language model; not in the gazetteer"
    return f"the latest person of the article with this name: {person.name}"


def _condition(row: Ambiguity) -> str:
    return row.condition if row.condition == "default" else f"{row.condition} {row.context}"
