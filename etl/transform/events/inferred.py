"""Actors that a cue leaves unsaid: the doer of the clause around it, and the only other state that its sentence names."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from etl import ids
from etl.transform import syntax
from etl.transform.events.paths import roles
from etl.transform.lexicon import words
from etl.transform.linked import ACTING, person_actor
from etl.transform.reading import Actor, Frame, Reading

# Types that nearly always have both sides; a protest is aimed at the state in which it happens.
_AIMED = frozenset(
    [
        "ASSAULT",
        "COERCE",
        "REQUEST",
        "SANCTION",
        "AID",
        "THREATEN",
        "REJECT",
        "COOPERATE",
        "ACCUSE",
        "YIELD",
        "SUPPORT",
        "PROTEST",
        "AGREE",
    ]
)
_DIRECTED = frozenset({"SANCTION", "ACCUSE", "THREATEN", "REJECT", "REQUEST"})
_ACTED = _AIMED - {"ASSAULT", "PROTEST"}


def doers(cue: Token, kind: str) -> list[Actor]:
    """Return the subject of the clause that a noun of doing stands in, where the clause tells of the same doing."""
    if cue.pos_ == "VERB":
        return []
    if kind == "ASSAULT" and (blamed := _blamed(cue)):
        return blamed
    verb = next((each for each in syntax.ancestors(cue, 5) if each.pos_ == "VERB"), None)
    if verb is None or not (kind == "SANCTION" or verb.lemma_.lower() in words("light_verbs")["planned"]):
        return []
    return roles(verb, "subj")


def _blamed(cue: Token) -> list[Actor]:
    """Return who is held to have done what a noun tells: "blames X for the attack", "their role in the raid"."""
    if cue.dep_ != "pobj" or cue.head.lower_ not in {"for", "of", "in", "with"}:
        return []
    head, deeds = cue.head.head, words("modality")
    if head.lemma_.lower() in deeds["blaming"]:
        return roles(head, "obj")
    if head.lemma_.lower() in deeds["guilt"]:
        verb = next((each for each in (head, *syntax.ancestors(head, 4)) if each.pos_ in {"VERB", "AUX"}), None)
        return roles(head, "poss") or (roles(verb, "subj") if verb is not None else [])
    return []


def partners(cue: Token, known: list[Actor]) -> list[Actor]:
    """Return who meets the one that a noun of meeting names: "following talks with the President of Syria, he …"."""
    if cue.pos_ == "VERB" or not (not known or any(syntax.preposition(cue, "with"))):
        return []
    verb = next((each for each in syntax.ancestors(cue, 5) if each.pos_ == "VERB"), None)
    found = roles(verb, "subj") if verb is not None else []
    return [each for each in found if each.iri not in {one.iri for one in known}]


def complete(kept: Reading, frame: Frame, cue: Token) -> None:
    """Give a frame that has one side only the one other state that its sentence names, where its type asks for two sides."""
    mutual = len(frame.sources) > 1 and (frame.type == "AGREE" or cue.lemma_.lower() in words("noun_classes")["clash"])
    if (frame.sources or frame.type == "PROTEST") and not frame.targets and frame.type in _AIMED and not mutual:
        frame.targets = _only_other(kept, cue, frame.sources, frame.type) or _around(cue, frame.sources)
    elif frame.targets and not frame.sources and frame.type in _ACTED:
        frame.sources = _only_other(kept, cue, frame.targets, frame.type)


def _around(cue: Token, known: list[Actor]) -> list[Actor]:
    """Return the states that act around a noun of hostile doing: "A and B hold drills despite warnings from C"."""
    verb = next((each for each in syntax.ancestors(cue, 5) if each.pos_ == "VERB"), None)
    if cue.pos_ == "VERB" or verb is None:
        return []
    taken = {each.iri for each in known}
    return [each for each in roles(verb, "subj") if each.cls in ACTING and each.iri not in taken]


def as_person(kept: Reading, actor: Actor) -> Actor:
    """Return the official through whom a state stands: an arrest is of the person."""
    person = kept.person(actor.through) if actor.through else None
    return Actor(person.iri, "Official", person.name, actor.start, actor.end) if person is not None else actor


def _only_other(kept: Reading, cue: Token, known: list[Actor], kind: str) -> list[Actor]:
    """Return the only other state that the sentence names, for what is hardly done to nobody the only other one of the article."""
    taken = {each.iri for each in (*known, *_reporters(cue))}
    for span in (cue.sent, cue.doc[:])[: 1 + (kind in _DIRECTED)]:
        others = {each.iri: each for each in _states(kept, span) if each.iri not in taken}
        if others:
            return list(others.values()) if len(others) == 1 else []
    return []


def _reporters(cue: Token) -> Iterator[Actor]:
    """Yield who says what the cue tells: the subjects of the verbs that its clause is the content of."""
    token = cue
    for head in syntax.ancestors(cue, 8):
        if token.dep_ == "ccomp" and head.pos_ == "VERB":
            yield from roles(head, "subj")
        token = head


def _states(kept: Reading, span: Span) -> Iterator[Actor]:
    """Yield the states and organisations that a span names, also through their officials and capitals."""
    for link in kept.within(span):
        if link.cls in ACTING:
            yield Actor(link.iri, link.cls, link.label, link.start, link.end)
        elif link.cls == "Official":
            person = person_actor(kept, link)
            if person.cls in ACTING:
                yield person
        elif link.cls == "Place" and link.nation:
            yield Actor(ids.nation(link.nation), "Nation", link.nation, link.start, link.end)
