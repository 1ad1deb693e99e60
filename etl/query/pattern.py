"""Patterns of facts as people type them: "Lavrov HOLDS", "RUS THREATEN JPN", "Foal Eagle"; and which evidence fits one."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from etl.errors import QueryError
from etl.model import ArticleGraph, Evidence, Statement
from etl.model.naming import POINTERS
from etl.ontology import ontology
from etl.query.kinds import PLOVER, SYMMETRIC
from etl.query.names import Name, Names, named
from etl.query.resolve import called

# What fact sheets call a relation, where the graph has another word.
_SAME = {"WITHDRAWS_FROM": "WITHDREW_FROM"}
_EITHER = frozenset({"ALLIED_WITH"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """The words of a pattern: who, a relationship type or a PLOVER type, and whom; each may be missing, not all."""

    subject: str
    predicate: str | None
    object: str

    @property
    def is_event(self) -> bool:
        return self.predicate in PLOVER


@dataclass(frozen=True, slots=True)
class Sought:
    """A pattern whose names have been resolved; a side without names takes anybody."""

    pattern: Pattern
    subjects: tuple[Name, ...] = ()
    objects: tuple[Name, ...] = ()

    @property
    def subject_iris(self) -> list[str]:
        return [each.iri for each in self.subjects]

    @property
    def object_iris(self) -> list[str]:
        return [each.iri for each in self.objects]


def parse(text: str) -> Pattern:
    """Read a pattern; raises QueryError for one that says nothing."""
    words = text.split()
    types = {*PLOVER, *ontology().relations, *_SAME}
    place = next((place for place, word in enumerate(words) if word in types), len(words))
    subject, object_ = " ".join(words[:place]), " ".join(words[place + 1 :])
    if not subject and not object_:
        raise QueryError(f"{text!r} names nobody", hint='Write who and what: "Lavrov HOLDS", "RUS THREATEN JPN", "Foal Eagle".')
    predicate = words[place] if place < len(words) else None
    return Pattern(subject, _SAME.get(predicate or "", predicate), object_)


def sought(pattern: Pattern, sources: Iterable[Names]) -> Sought:
    """Resolve the names of a pattern; raises UnknownName for one that names nobody or several."""
    _check_type(pattern)
    kept = list(sources)
    subjects = called(pattern.subject, kept) if pattern.subject else []
    objects = called(pattern.object, kept) if pattern.object else []
    return Sought(pattern, tuple(subjects), tuple(objects))


def _check_type(pattern: Pattern) -> None:
    """Raise QueryError for what can only be a misspelt type: "RUS THREATENS JPN", "Lavrov HOLD"."""
    words = pattern.subject.split() if pattern.predicate is None else []
    types = sorted({*PLOVER, *ontology().relations, *_SAME})
    for place, word in enumerate(words):
        near = get_close_matches(word, types, 3, 0.7) if word.isupper() else []
        if place and len(word) > 2 and word.isupper() and (near or (len(words) == 3 and place == 1)):
            raise QueryError(
                f"{word!r} is no type of event or relation",
                hint=f"The nearest are {', '.join(near)}." if near else f"The types are {', '.join(types)}.",
            )


def names_in(graph: ArticleGraph) -> Names:
    """Return the names by which an article calls its entities."""
    spoken: dict[str, set[str]] = {}
    for mention in graph.mentions:
        if mention.kind not in POINTERS:
            spoken.setdefault(mention.entity, set()).add(mention.text)
    return Names(name for each in graph.entities for name in _names(each.iri, each.cls, each.properties.get("name"), spoken))


def _names(iri: str, cls: str, own: object, spoken: dict[str, set[str]]) -> Iterator[Name]:
    for text in filter(None, [str(own or ""), *sorted(spoken.get(iri, ()), key=len, reverse=True)]):
        yield from named(text, iri, cls)


def matching(graph: ArticleGraph, wanted: Sought) -> Iterator[Evidence]:
    """Yield the evidence of `graph` that fits a pattern."""
    stated = {each.iri: each for each in graph.statements}
    types = {each.iri: each.properties.get("type") for each in graph.entities if each.cls == "Event"}
    for evidence in graph.evidence:
        found = [stated[iri] for iri in evidence.supports if iri in stated]
        main = evidence.supports[0]
        if wanted.pattern.is_event:
            fits = types.get(main) == wanted.pattern.predicate and _acts([e for e in found if e.subject == main], wanted)
        elif wanted.pattern.predicate:
            fits = any(_states(each, wanted) for each in found)
        else:
            named = {main, *(end for each in found for end in (each.subject, each.object))}
            fits = bool(named & set(wanted.subject_iris))
        if fits:
            yield evidence


def difference(graph: ArticleGraph, evidence: Evidence, wanted: Sought) -> str | None:
    """Return in what an event of the type that is sought is not the one; None for what is of another type."""
    types = {each.iri: each.properties.get("type") for each in graph.entities if each.cls == "Event"}
    main = evidence.supports[0]
    if not wanted.pattern.is_event or types.get(main) != wanted.pattern.predicate:
        return None
    sides = _sides(each for each in graph.statements if each.subject == main)
    lacking = [f"{names[0].text} is not among {who}" for names, found, who in (
        (wanted.subjects, sides["ACTOR"], "who acts"), (wanted.objects, sides["TARGET"], "who is acted on"),
    ) if names and not _meets([each.iri for each in names], found)]  # fmt: skip
    turned = _meets(wanted.subject_iris, sides["TARGET"]) and _meets(wanted.object_iris, sides["ACTOR"])
    return "its sides are the other way round" if turned and lacking else " and ".join(lacking) or None


def _acts(roles: Iterable[Statement], wanted: Sought) -> bool:
    """Say whether an event has the two sides that are sought."""
    sides = _sides(roles)
    one, other = sides["ACTOR"], sides["TARGET"]
    if wanted.pattern.predicate in SYMMETRIC:
        one = other = one | other
    return _meets(wanted.subject_iris, one) and _meets(wanted.object_iris, other)


def _sides(roles: Iterable[Statement]) -> dict[str, set[str]]:
    sides: dict[str, set[str]] = {"ACTOR": set(), "TARGET": set()}
    for each in roles:
        if each.predicate in sides:
            sides[each.predicate].add(each.object)
    return sides


def _states(statement: Statement, wanted: Sought) -> bool:
    if statement.predicate != wanted.pattern.predicate:
        return False
    ends = [(statement.subject, statement.object)]
    ends += [(statement.object, statement.subject)] if statement.predicate in _EITHER else []
    return any(_meets(wanted.subject_iris, {one}) and _meets(wanted.object_iris, {other}) for one, other in ends)


def _meets(wanted: Collection[str], found: set[str]) -> bool:
    return not wanted or bool(found & set(wanted))
