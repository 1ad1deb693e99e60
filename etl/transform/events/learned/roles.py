"""What the model is told about each one who may take part in an event: SOURCE, TARGET, or neither."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from etl.transform import syntax
from etl.transform.events.learned.parties import Party
from etl.transform.events.learned.routes import Route, clause
from etl.transform.events.learned.weights import Row
from etl.transform.events.merging import SYMMETRIC
from etl.transform.events.paths import light_verb
from etl.transform.reading import Frame

ROLES = ("NEITHER", "SOURCE", "TARGET")


@dataclass(frozen=True, slots=True)
class _Event:
    """What all parties of one event are compared with: its cue and the words around it."""

    cue_pos: str
    place: int
    lemma: str
    pos: str
    type: str
    rule: str
    sides: str
    doers: frozenset[int]
    patients: frozenset[int]
    agents: frozenset[int]
    passive: bool
    speakers: frozenset[int]
    clause: int


def role_rows(cue: Token, kind: str, frame: Frame | None, found: Sequence[Party]) -> list[Row]:
    """Return the features of each party of the event of type `kind` that `cue` tells."""
    event = _event(cue, kind, frame)
    return [_features(event, party, place, len(found)) for place, party in enumerate(found)]


def _event(cue: Token, kind: str, frame: Frame | None) -> _Event:
    verb = cue if cue.pos_ == "VERB" else light_verb(cue)
    passive = cue.pos_ == "VERB" and syntax.is_passive(cue)
    return _Event(
        cue.pos_,
        cue.i,
        cue.lemma_.lower(),
        "verb" if cue.pos_ == "VERB" else "noun",
        kind,
        frame.rule if frame is not None else "",
        f"{min(2, len(frame.sources))}{min(2, len(frame.targets))}" if frame is not None else "",
        _with_conjuncts(syntax.subject(verb) if verb is not None else None),
        _with_conjuncts(syntax.patient(cue) if cue.pos_ == "VERB" else None),
        _with_conjuncts(syntax.agent(cue) if passive else None),
        passive,
        frozenset(_speakers(cue)),
        clause(cue),
    )


def _with_conjuncts(head: Token | None) -> frozenset[int]:
    return frozenset(each.i for each in syntax.conjuncts(head)) if head is not None else frozenset()


def _speakers(cue: Token) -> Iterator[int]:
    """Yield the subjects of the verbs that the clause of a cue is the content of."""
    token = cue
    for head in syntax.ancestors(cue, 8):
        if token.dep_ == "ccomp" and head.pos_ == "VERB" and (speaker := syntax.subject(head)) is not None:
            yield speaker.i
        token = head


def _features(event: _Event, party: Party, place: int, number: int) -> Row:
    kind, cls, ruled, nearest, route = event.type, party.actor.cls, party.ruled, party.nearest, party.route
    prefix = f"route:{event.pos}{'-passive' if event.passive else ''}:{route.name}"
    side, distance = "before" if nearest.place < event.place else "after", min(abs(nearest.place - event.place), 20) // 3
    token, head = nearest.token, nearest.token.head
    row = [
        *_by_rule(ruled, kind, cls, event.rule, nearest.way, event.sides),
        *_route(prefix, event.pos, route, ruled, kind, cls),
        f"{prefix}/{event.lemma}",
        *_standing(event, party),
        *_place(side, distance, event.cue_pos, kind, number, place),
        *_words(cls, nearest.way, token.dep_, token.pos_, min(3, len(party.mentions)), kind),
    ]
    if nearest.place == event.place + 1:
        row.append("next")
    if head.i == event.place:
        row.append(f"child:{token.dep_}")
    if token.dep_ in syntax.MODIFIERS:
        row += f"owns:{head.lemma_.lower()}", f"owns:{token.dep_}/{kind}"
    if cls == "Group":
        row += _group(token.lemma_.lower(), kind)
    return row


def _by_rule(ruled: str, kind: str, cls: str, rule: str, way: str, sides: str) -> Row:
    name = f"ruled:{ruled}"
    mutual = ("mutual",) if kind in SYMMETRIC else ()
    return name, *(f"{name}/{each}" for each in (kind, cls, rule, way, sides, f"{sides}/{kind}", *mutual))


def _route(prefix: str, pos: str, route: Route, ruled: str, kind: str, cls: str) -> Row:
    plain, ending = f"plain:{pos}:{route.plain}", f"ending:{'.'.join(route.down[-3:])}"
    return (
        prefix,
        *(f"{prefix}/{each}" for each in (kind, cls, f"ruled:{ruled}")),
        plain,
        f"{plain}/{kind}",
        ending,
        f"{ending}/{kind}",
        f"steps:{min(route.length, 8)}",
        f"up:{min(len(route.up), 5)}",
    )


def _standing(event: _Event, party: Party) -> Row:
    """Tell whether the party does, suffers or says what is told, and whether it stands in the same clause."""
    spots = {each.place for each in party.mentions}
    does, suffers, acts = (not spots.isdisjoint(each) for each in (event.doers, event.patients, event.agents))
    part = f"part:{does:d}{suffers:d}{acts:d}{event.passive:d}{event.pos}"
    speaks, same = not spots.isdisjoint(event.speakers), any(each.clause == event.clause for each in party.mentions)
    return *_part(part, event.type, party.ruled, party.actor.cls, speaks, same), f"{part}/{event.lemma}"


def _part(part: str, kind: str, ruled: str, cls: str, speaks: bool, same: bool) -> Row:
    rule, near = f"ruled:{ruled}", f"clause:{same:d}"
    said = ("speaks", f"speaks/{kind}", f"speaks/{rule}") if speaks else ()
    parts = (part, *(f"{part}/{each}" for each in (kind, rule, f"{rule}/{kind}", cls)))
    return *parts, *said, near, f"{near}/{kind}", f"{near}/{rule}"


def _place(side: str, distance: int, pos: str, kind: str, number: int, place: int) -> Row:
    far, parties = f"{side}{distance * 3}", f"parties:{min(number, 5)}"
    return (
        side,
        f"{side}/{kind}",
        far,
        f"{far}/{pos}",
        parties,
        f"{parties}/{kind}",
        f"place:{min(place, 4)}",
        f"place:{side}{min(place, 3)}/{kind}",
    )


def _words(cls: str, way: str, dep: str, pos: str, number: int, kind: str) -> Row:
    both = (f"class:{cls}", f"way:{way}", f"dep:{dep}")
    return *both, *(f"{each}/{kind}" for each in both), f"pos:{pos}", f"mentions:{number}"


def _group(lemma: str, kind: str) -> Row:
    return f"group:{lemma}", f"group:{lemma}/{kind}"
