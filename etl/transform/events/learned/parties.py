"""Who may take part in an event: everybody that its sentence names, describes or points to, and whom a rule found elsewhere."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from spacy.tokens import Span, Token

from etl import ids
from etl.transform import syntax
from etl.transform.actors import named_by
from etl.transform.events.learned.routes import Route, Routes, Steps, clause, climb, steps
from etl.transform.linked import ACTING, person_actor
from etl.transform.reading import Actor, Frame, as_actor, reading

_NAMING = frozenset({"NOUN", "PRON", "PROPN"})
_MOST = 8  # parties that are weighed
_FEW = 2  # actors of a sentence, below which it may speak of those of the sentence before
_CARRIED = 3
_NEAR = 60  # tokens from a cue to one who may take part
_place = attrgetter("place")


@dataclass(frozen=True, slots=True)
class Mention:
    """A word that stands for an actor, how (by a link, an office, a capital, a pronoun, a description), and in whose clause."""

    token: Token
    place: int
    actor: Actor
    way: str
    clause: int
    above: Steps


@dataclass(frozen=True, slots=True)
class Party:
    """One who may take part in an event: the mention nearest to the cue, its route, the part the rules give, all mentions."""

    nearest: Mention
    route: Route
    ruled: str
    mentions: tuple[Mention, ...]

    @property
    def actor(self) -> Actor:
        return self.nearest.actor


def mentions(sentence: Span) -> list[Mention]:
    """Return the mentions of the possible actors of a sentence, in order; where it names hardly any, of the one before too."""
    own = sorted((*_linked(sentence), *_described(sentence)), key=_place)
    if sentence.start == 0 or len({each.actor.iri for each in own}) >= _FEW:
        return own
    return [*_earlier(sentence.doc[sentence.start - 1].sent, {each.actor.iri for each in own}), *own]


def _earlier(before: Span, known: set[str]) -> list[Mention]:
    """Return the first mentions of those whom the sentence before names, those who act there first of all."""
    firsts: dict[str, Mention] = {}
    for each in sorted(_linked(before), key=lambda each: each.token.dep_ not in syntax.SUBJECTS):
        if each.actor.iri not in known and each.way != "place":
            firsts.setdefault(each.actor.iri, each)
    found = [replace(each, way=f"earlier-{each.token.dep_ in syntax.SUBJECTS:d}") for each in firsts.values()]
    return sorted(found[:_CARRIED], key=_place)


def parties(cue: Token, frame: Frame | None, around: Sequence[Mention]) -> list[Party]:
    """Return who may take part in the event of a cue, in the order of the text; of many, those nearest in the parse."""
    at, routes = cue.i, Routes(cue)
    known: dict[str, list[Mention]] = {}
    for each in around[bisect_left(around, at - _NEAR, key=_place) : bisect_right(around, at + _NEAR, key=_place)]:
        known.setdefault(each.actor.iri, []).append(each)
    for actor in (*frame.sources, *frame.targets) if frame is not None else ():
        known.setdefault(actor.iri, [_mention(cue.doc[max(actor.end - 1, 0)], actor, "far")])
    found = [_party(at, routes, _ruled(iri, frame), each) for iri, each in known.items()]
    near = sorted(found, key=lambda each: (each.ruled in "-0", each.route.length, abs(each.nearest.place - at)))[:_MOST]
    return sorted(near, key=lambda each: each.mentions[0].place)


def _ruled(iri: str, frame: Frame | None) -> str:
    if frame is None:
        return "0"
    sides = (("S", frame.sources), ("T", frame.targets))
    return "".join(letter for letter, side in sides if any(each.iri == iri for each in side)) or "-"


def _party(at: int, routes: Routes, ruled: str, found: list[Mention]) -> Party:
    ways = [(routes.to(each.above), each) for each in found]
    way, nearest = min(ways, key=lambda each: (each[0].length, abs(each[1].place - at)))
    return Party(nearest, way, ruled, tuple(found))


def _linked(sentence: Span) -> Iterator[Mention]:
    kept = reading(sentence.doc)
    for link in kept.within(sentence):
        token = sentence.doc[link.start : link.end].root
        if link.cls in ACTING or link.cls == "Group":
            yield _mention(token, as_actor(link), "link")
        elif link.cls == "Official":
            actor = person_actor(kept, link)
            yield _mention(token, actor, "official" if actor.through else "person")
        elif link.cls == "Place" and link.nation:
            yield _mention(token, Actor(ids.nation(link.nation), "Nation", link.nation, link.start, link.end), "capital")
        elif link.cls == "Place":
            yield _mention(token, Actor(ids.group(link.label), "Group", link.label, link.start, link.end), "place")


def _mention(token: Token, actor: Actor, way: str) -> Mention:
    above = climb(token)
    return Mention(token, token.i, actor, way, clause(above), steps(above))


def _described(sentence: Span) -> Iterator[Mention]:
    kept = reading(sentence.doc)
    for token in sentence:
        link = kept.at.get(token.i)
        if token.pos_ not in _NAMING or token.dep_ == "compound" or (link is not None and link.cls not in {"Nation", "Group"}):
            continue
        for actor in named_by(token):
            way = "pronoun" if token.pos_ == "PRON" else "group" if actor.cls == "Group" else "phrase"
            yield _mention(token, actor, way)
