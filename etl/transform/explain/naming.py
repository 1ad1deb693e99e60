"""Names that a question gives and a sentence does not: whether an entity is linked there, and which words are near to it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz
from spacy.tokens import Span

from etl import ids
from etl.transform.linked import person_actor
from etl.transform.reading import reading

_NEAR = 60.0  # likeness of spellings, of 100, from which words are worth showing


@dataclass(frozen=True, slots=True)
class Unnamed:
    """An entity that a sentence does not name, and the words of it that are most like one of its names."""

    name: str
    near: str | None
    score: float
    says: str


def named_in(span: Span) -> set[str]:
    """Return the entities that a sentence names, by pronouns, officials and capitals too."""
    kept = reading(span.doc)
    found: set[str] = set()
    for link in kept.within(span):
        found.add(link.iri)
        if link.cls == "Official":
            found.add(person_actor(kept, link).iri)
        if link.nation:
            found.add(ids.nation(link.nation))
    for index, actors in kept.coreference.items():
        if span.start <= index < span.end:
            found |= {iri for actor in actors for iri in (actor.iri, actor.through) if iri}
    return found


def unnamed(span: Span, name: str, names: Iterable[str]) -> Unnamed:
    """Return what a sentence has in place of an entity that it does not name."""
    known = [ids.fold(each) for each in names] or [ids.fold(name)]
    words = max(_pieces(span), key=lambda piece: _likeness(piece, known), default=None)
    score = _likeness(words, known) if words is not None else 0.0
    if words is None or score < _NEAR:
        return Unnamed(name, None, 0.0, "the sentence does not name it, nor anything spelt like it")
    kept = reading(span.doc)
    link = kept.at.get(words.start)
    taken = f"which is linked as {ids.path_of(link.iri)}" if link is not None else "which is linked to nothing"
    dropped = next((d.reason for d, at in kept.dropped if at == words.start), None)
    says = f"the sentence does not name it; the nearest is {words.text!r}, {taken}" + (f" ({dropped})" if dropped else "")
    return Unnamed(name, words.text, round(score / 100, 2), says)


def _pieces(span: Span) -> Iterator[Span]:
    """Yield the runs of one to three words that a name might be."""
    for size in (1, 2, 3):
        for start in range(span.start, span.end - size + 1):
            piece = span.doc[start : start + size]
            if piece.text[:1].isalpha() and not piece[0].is_stop:
                yield piece


def _likeness(piece: Span, known: list[str]) -> float:
    form = ids.fold(piece.text)
    return max(fuzz.ratio(form, each) for each in known)
