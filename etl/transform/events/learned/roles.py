"""What the model is told about each one who may take part in an event: SOURCE, TARGET, or neither."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.events.learned.parties import Party
from etl.transform.events.learned.routes import clause
from etl.transform.events.merging import SYMMETRIC
from etl.transform.events.paths import light_verb
from etl.transform.reading import Frame

ROLES = ("NEITHER", "SOURCE", "TARGET")


@dataclass(frozen=True, slots=True)
class _Event:
    """What all parties of one event are compared with: its cue and the words around it."""

    cue: Token
    type: str
    rule: str
    sides: str
    doer: Token | None
    patient: Token | None
    agent: Token | None
    passive: bool
    speakers: frozenset[int]
    clause: int


def role_rows(cue: Token, kind: str, frame: Frame | None, found: Sequence[Party]) -> list[list[str]]:
    """Return the features of each party of the event of type `kind` that `cue` tells."""
    event = _event(cue, kind, frame)
    return [list(_features(event, party, place, len(found))) for place, party in enumerate(found)]


def _event(cue: Token, kind: str, frame: Frame | None) -> _Event:
    verb = cue if cue.pos_ == "VERB" else light_verb(cue)
    passive = cue.pos_ == "VERB" and syntax.is_passive(cue)
    return _Event(
        cue,
        kind,
        frame.rule if frame is not None else "",
        f"{min(2, len(frame.sources))}{min(2, len(frame.targets))}" if frame is not None else "",
        syntax.subject(verb) if verb is not None else None,
        syntax.patient(cue) if cue.pos_ == "VERB" else None,
        syntax.agent(cue) if passive else None,
        passive,
        frozenset(_speakers(cue)),
        clause(cue),
    )


def _speakers(cue: Token) -> Iterator[int]:
    """Yield the subjects of the verbs that the clause of a cue is the content of."""
    token = cue
    for head in syntax.ancestors(cue, 8):
        if token.dep_ == "ccomp" and head.pos_ == "VERB" and (speaker := syntax.subject(head)) is not None:
            yield speaker.i
        token = head


def _features(event: _Event, party: Party, place: int, number: int) -> Iterator[str]:
    kind, ruled, cls = event.type, f"ruled:{party.ruled}", party.actor.cls
    yield from (ruled, f"{ruled}/{kind}", f"{ruled}/{cls}", f"{ruled}/{event.rule}", f"{ruled}/{party.nearest.way}")
    yield from (f"{ruled}/{event.sides}", f"{ruled}/{event.sides}/{kind}")
    if kind in SYMMETRIC:
        yield f"{ruled}/mutual"
    yield from _route(event, party, ruled)
    yield from _standing(event, party, ruled)
    yield from _place(event, party, place, number)
    yield from _words(party, kind)


def _route(event: _Event, party: Party, ruled: str) -> Iterator[str]:
    pos, route, kind = ("verb" if event.cue.pos_ == "VERB" else "noun"), party.route, event.type
    name = f"route:{pos}{'-passive' if event.passive else ''}:{route.name}"
    yield from (name, f"{name}/{kind}", f"{name}/{party.actor.cls}", f"{name}/{ruled}", f"{name}/{event.cue.lemma_.lower()}")
    yield from (f"plain:{pos}:{route.plain}", f"plain:{pos}:{route.plain}/{kind}")
    ending = ".".join(route.down[-3:])
    yield from (f"ending:{ending}", f"ending:{ending}/{kind}")
    yield from (f"steps:{min(route.length, 8)}", f"up:{min(len(route.up), 5)}")


def _standing(event: _Event, party: Party, ruled: str) -> Iterator[str]:
    """Yield whether the party does, suffers or says what is told, and whether it stands in the same clause."""
    spots = [each.token for each in party.mentions]
    does, suffers, acts = (_is_among(spots, each) for each in (event.doer, event.patient, event.agent))
    pos = "verb" if event.cue.pos_ == "VERB" else "noun"
    part = f"part:{does:d}{suffers:d}{acts:d}{event.passive:d}{pos}"
    yield from (part, f"{part}/{event.type}", f"{part}/{ruled}", f"{part}/{ruled}/{event.type}")
    yield from (f"{part}/{event.cue.lemma_.lower()}", f"{part}/{party.actor.cls}")
    if any(each.i in event.speakers for each in spots):
        yield from ("speaks", f"speaks/{event.type}", f"speaks/{ruled}")
    same = f"clause:{any(clause(each) == event.clause for each in spots):d}"
    yield from (same, f"{same}/{event.type}", f"{same}/{ruled}")


def _is_among(spots: Sequence[Token], head: Token | None) -> bool:
    return head is not None and any(each == spot for each in syntax.conjuncts(head) for spot in spots)


def _place(event: _Event, party: Party, place: int, number: int) -> Iterator[str]:
    token, cue, kind = party.nearest.token, event.cue, event.type
    side = "before" if token.i < cue.i else "after"
    distance = f"{side}{min(abs(token.i - cue.i), 20) // 3}"
    yield from (side, f"{side}/{kind}", distance, f"{distance}/{cue.pos_}")
    yield from (f"parties:{min(number, 5)}", f"parties:{min(number, 5)}/{kind}")
    yield from (f"place:{min(place, 4)}", f"place:{side}{min(place, 3)}/{kind}")
    if token.i == cue.i + 1:
        yield "next"
    if token.head == cue:
        yield f"child:{token.dep_}"


def _words(party: Party, kind: str) -> Iterator[str]:
    token, cls, way = party.nearest.token, party.actor.cls, party.nearest.way
    yield from (f"class:{cls}", f"class:{cls}/{kind}", f"way:{way}", f"way:{way}/{kind}")
    yield from (f"dep:{token.dep_}", f"dep:{token.dep_}/{kind}", f"pos:{token.pos_}", f"mentions:{min(3, len(party.mentions))}")
    if token.dep_ in syntax.MODIFIERS:
        yield from (f"owns:{token.head.lemma_.lower()}", f"owns:{token.dep_}/{kind}")
    if cls == "Group":
        yield from (f"group:{token.lemma_.lower()}", f"group:{token.lemma_.lower()}/{kind}")
