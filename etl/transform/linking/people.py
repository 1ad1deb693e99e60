"""People of one article: full names, later surnames, and the entity that each belongs to."""

import re

from spacy.tokens import Doc, Span

from etl import ids
from etl.transform.reading import Link, Person, Reading, reading

_NOT_A_NAME = re.compile(r"[\d@/]|^(?:the|a|an)$", re.IGNORECASE)


def find_people(doc: Doc) -> Doc:
    """Link each PERSON span: to a known official, to a fuller name of the same article, or to a person of its own."""
    kept = reading(doc)
    for link in [each for each in kept.links if each.kind == "person"]:
        _known(kept, link)
    for span in doc.ents:
        if span.label_ == "PERSON" and not any(index in kept.at for index in range(span.start, span.end)):
            _person(kept, _trim(span))
    _surnames(doc, kept)
    return doc


def _known(kept: Reading, link: Link) -> None:
    person = kept.person(link.iri)
    if person is None:
        home = link.iri.rsplit("-", 1)[-1].upper()
        person = Person(link.iri, link.label, home, known=True)
        kept.people.append(person)
    person.links.append(link)


def _trim(span: Span) -> Span:
    """Return the span without a possessive or a title that the recogniser took in."""
    start, end = span.start, span.end
    while end > start + 1 and span.doc[end - 1].text in {"'s", "’s", "'", "’"}:
        end -= 1
    while start < end - 1 and span.doc[start].pos_ not in {"PROPN", "NOUN", "X"}:
        start += 1
    return span.doc[start:end]


def _person(kept: Reading, span: Span) -> None:
    if _NOT_A_NAME.search(span.text) or not span.text[:1].isupper():
        return
    add_person(kept, span)


def add_person(kept: Reading, span: Span) -> Person:
    """Link `span` to the person of the article it names, a new one where nobody fits."""
    person = _fitting(kept, span.text)
    if person is None:
        person = Person(ids.official(span.text, None), span.text, None, known=False)
        kept.people.append(person)
    link = Link(span.start, span.end, "person", "Official", person.iri, person.name)
    kept.add(link)
    person.links.append(link)
    return person


def _fitting(kept: Reading, name: str) -> Person | None:
    """Return the latest person whose name `name` repeats in full or in part (surname, or the first of a Korean name)."""
    words = ids.fold(name).split()
    for person in reversed(kept.people):
        parts = ids.fold(person.name).split()
        if words == parts or (len(words) == 1 and words[0] in (parts[-1:] + parts[:1])):
            return person
        if len(words) > 1 and len(parts) > 1 and set(words) <= set(parts):
            return person
    return None


def _surnames(doc: Doc, kept: Reading) -> None:
    """Link a bare surname that the recogniser missed or took for something else ("Choe" as an organisation)."""
    names: dict[str, Person] = {}
    for person in kept.people:
        words = person.name.split()
        if len(words) > 1:
            names.setdefault(words[-1], person)
            if person.home in {"PRK", "KOR", "CHN", "VNM", "TWN"}:
                names[words[0]] = person
    for token in doc:
        person_named = names.get(token.text)
        if person_named is None or token.pos_ not in {"PROPN", "NOUN", "X", "ADJ"}:
            continue
        link = kept.at.get(token.i)
        if link is None or (link.kind == "named" and link.length == 1):
            found = Link(token.i, token.i + 1, "person", "Official", person_named.iri, person_named.name)
            if link is not None:
                kept.links.remove(link)
                del kept.at[token.i]
            kept.add(found)
            person_named.links.append(found)
