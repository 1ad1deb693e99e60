"""People of one article: full names, later surnames, and the entity that each belongs to."""

import re
from dataclasses import replace

from spacy.tokens import Doc, Span

from etl import ids
from etl.transform.officials.words import among
from etl.transform.reading import Link, Person, Reading, reading

_NOT_A_NAME = re.compile(r"[\d@/]|^(?:the|a|an)$", re.IGNORECASE)
_HYPHENS = frozenset({"-", "‐", "–"})
# Surname first: both ends of a name may stand alone.
_SURNAME_FIRST = frozenset({"PRK", "KOR", "CHN", "VNM", "TWN"})
_NO_WORD = frozenset({"DATE", "TIME", "NORP", "MONEY", "CARDINAL", "LANGUAGE"})


def find_people(doc: Doc) -> Doc:
    """Link each PERSON span: to a known official, to a fuller name of the same article, or to a person of its own."""
    kept = reading(doc)
    for link in [each for each in kept.links if each.kind == "person"]:
        _known(doc, kept, link)
    for span in doc.ents:
        if span.label_ == "PERSON":
            _person(kept, _trim(span))
    _surnames(doc, kept)
    return doc


def name_end(doc: Doc, kept: Reading, index: int) -> int:
    """Return the end of the capitalised name that begins or goes on at `index`, with particles and hyphened parts."""
    end = index
    while end < len(doc) and end - index < 8:
        step = _step(doc, kept, end, first=end == index)
        if step == 0:
            break
        end += step
    return end


def relink(kept: Reading, link: Link, person: Person, start: int, end: int) -> Link:
    """Put a link of `person` at [start, end) in the place of `link`; stale links are forgotten by `Reading.settle`."""
    kept.unlink(link.start, link.end)
    new = replace(link, start=start, end=end, iri=person.iri, label=person.name)
    kept.add(new)
    person.links.append(new)
    return new


def identify(kept: Reading, person: Person, known: Person) -> Person:
    """Give all that was read of `person` to the known official `known`."""
    if person is known:
        return known
    links, person.links = person.links, []
    for link in links:
        if kept.at.get(link.start) is link:
            relink(kept, link, known, link.start, link.end)
    known.offices.extend(person.offices)
    person.offices.clear()
    return known


def _step(doc: Doc, kept: Reading, at: int, *, first: bool) -> int:
    """Return how many tokens at `at` belong to a name: 0 where it ends."""
    if _is_word(doc, kept, at, first=first):
        return 1
    if first:
        return 0
    if doc[at].text in _HYPHENS and not doc[at - 1].whitespace_ and not doc[at].whitespace_ and doc[at + 1 :][:1].text.isalpha():
        return 2
    if not doc[at - 1].whitespace_ and doc[at].is_alpha:
        return 1  # "Sha" and "nt", parted as if it were a contraction
    ahead = at
    while ahead < len(doc) and (
        doc[ahead].lower_ in among("particle") or (doc[ahead].text in _HYPHENS and not doc[ahead].whitespace_)
    ):
        ahead += 1
    if ahead > at and doc[at].lower_ in among("particle") and ahead < len(doc) and _is_word(doc, kept, ahead, first=False):
        return ahead + 1 - at
    return 0


def _is_word(doc: Doc, kept: Reading, at: int, *, first: bool) -> bool:
    token, link = doc[at], kept.at.get(at)
    if link is not None and link.cls not in {"Place", "Group"} and not (link.kind == "person" and not first):
        return False
    initial = len(token.text) == 2 and token.text[1] == "." and token.text[0].isupper()
    if not initial and not (token.text.replace("'", "").replace("’", "").replace("-", "").isalpha() and token.text[0].isupper()):
        return False
    return token.pos_ == "PROPN" and token.ent_type_ not in _NO_WORD


def _known(doc: Doc, kept: Reading, link: Link) -> None:
    person = kept.person(link.iri)
    if person is None:
        home = link.iri.rsplit("-", 1)[-1].upper()
        person = kept.meet(Person(link.iri, link.label, home, known=True))
    start = link.start
    while start < link.end - 1 and doc[start].lower_ in among("honorific"):
        start += 1
    if start > link.start:
        relink(kept, link, person, start, link.end)
    else:
        person.links.append(link)


def _trim(span: Span) -> Span:
    """Return the span without a possessive, a title, a nation or a dash that the recogniser took in."""
    start, end, doc = span.start, span.end, span.doc
    kept = reading(doc)
    while start < end - 1 and (
        doc[start].pos_ not in {"PROPN", "NOUN", "X"}
        or doc[start].lower_ in among("honorific") | among("regal")
        or start in kept.at
    ):
        start += 1
    for index in range(start, end):
        token = doc[index]
        loose = token.text in _HYPHENS | {"—", "(", ","} and (token.whitespace_ or (index > start and doc[index - 1].whitespace_))
        if loose or token.text in {"'s", "’s", "'", "’"} or (index in kept.at and index > start):
            end = max(index, start + 1)
            break
    return doc[start:end]


def _person(kept: Reading, span: Span) -> None:
    if _NOT_A_NAME.search(span.text) or span.text.lower() in among("leading") | among("regal") or not span.text[:1].isupper():
        return
    if any(index in kept.at for index in range(span.start, span.end)) or (len(span) > 1 and span[-1].lower_ in among("body")):
        return
    add_person(kept, span)


def add_person(kept: Reading, span: Span) -> tuple[Person, Link]:
    """Link `span`, to the end of its name, to the person of the article it names, a new one where nobody fits."""
    end = max(span.end, span.end - 1 + _rest(kept, span))
    kept.unlink(span.end, end)
    span = span.doc[span.start : end]
    person = _fitting(kept, span.text)
    if person is None:
        person = kept.meet(Person(ids.official(span.text, None), span.text, None, known=False))
    link = Link(span.start, span.end, "person", "Official", person.iri, person.name)
    kept.add(link)
    person.links.append(link)
    return person, link


def _rest(kept: Reading, span: Span) -> int:
    """Return how far the name goes on from its last token, in tokens."""
    doc, last = span.doc, span.end - 1
    at, end = kept.at, span.end
    while end < len(doc) and end - span.start < 8 and not (end in at and at[end].kind not in {"place", "named"}):
        step = _step(doc, kept, end, first=False)
        if step == 0:
            break
        end += step
    return end - last


def _fitting(kept: Reading, name: str) -> Person | None:
    """Return the latest person whose name `name` repeats in full or in part (surname, or the first of a Korean name)."""
    words = ids.fold(name).split()
    met = kept.by_word.get(words[-1], []) if words else []
    if len(words) == 1 and len(met) > 1:
        met = sorted(met, key=lambda each: len(each.links))  # of a family, the one that the article is about
    for person in reversed(met):
        parts = ids.fold(person.name).split()
        if words == parts or (len(words) == 1 and words[0] in (parts[-1:] + parts[:1])):
            return person
        if len(words) > 1 and len(parts) > 1 and set(words) <= set(parts):
            return person
    return None


def _surnames(doc: Doc, kept: Reading) -> None:
    """Link a bare surname that the recogniser missed or took for something else ("Choe" as an organisation)."""
    names = _surnames_of(kept)
    for token in doc:
        person = names.get(token.text)
        if person is None or token.pos_ not in {"PROPN", "NOUN", "X", "ADJ"}:
            continue
        link = kept.at.get(token.i)
        if link is None or (link.kind == "named" and link.length == 1):
            kept.unlink(token.i, token.i + 1)
            found = Link(token.i, token.i + 1, "person", "Official", person.iri, person.name)
            kept.add(found)
            person.links.append(found)


def _surnames_of(kept: Reading) -> dict[str, Person]:
    names: dict[str, Person] = {}
    for person in kept.people:
        words = person.name.split()
        if len(words) > 1:
            names.setdefault(words[-1], person)
            if person.home in _SURNAME_FIRST:
                names[words[0]] = person
    return names
